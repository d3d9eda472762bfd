package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import amends.contracts.contact.Contact;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.quarantine.QuarantineEvent.InputQuarantined;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

class BulkIT extends RunningIntake {

    private static final String HEADER =
            "番号,受付日,住所,申告方法,車名,通称名,初度登録年月,総走行距離,型式,原動機型式,不具合装置,発生時期,申告内容の要約\n";

    private static PlayedWorkflow workflow;

    @BeforeAll
    static void start() {
        workflow = new PlayedWorkflow();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        workflow.stop();
    }

    @Test
    void everyRowHasItsOutcome() throws Exception {
        String file =
                HEADER
                        + "1,2021年01月31日,福島,ＨＰ,例自動車,ｻﾝﾌﾟﾙ,2019年05月,\"11,000"
                        + " Km\",X,Y,エンジン,不明,\"発進時に,止まる\"\n"
                        + "2,2021年01月31日,福島,ＨＰ,例自動車\n"
                        + "\n"
                        + "3,2021年01月31日,新潟,ＨＰ,例自動車,サンプル,不明,不明,X,Y,制動装置,不明,雨漏りした\n"
                        + "3,2021年01月31日,新潟,ＨＰ,例自動車,サンプル,不明,不明,X,Y,制動装置,不明,雨漏りした\n"
                        + "4,2021年02月01日,新潟,ＨＰ,例自動車,サンプル,不明,不明,X,Y,制動装置,不明,不明\n"
                        + "5,2021年02月01日,新潟,ＨＰ,例自動車,サンプル,不明,不明,X,Y,\"制動";
        List<JsonNode> lines =
                lines(upload("ja-mlit-defects", file.getBytes(StandardCharsets.UTF_8)));
        assertThat(statuses(lines))
                .containsExactly(
                        "new", "quarantined", "new", "known", "quarantined", "quarantined");
        assertThat(lines.get(1).path("reason").asString()).isEqualTo("csv-row-incomplete");
        assertThat(lines.get(4).path("reason").asString()).isEqualTo("row-without-text");
        assertThat(lines.get(5).path("reason").asString()).isEqualTo("csv-row-incomplete");
        assertThat(summary(lines)).isEqualTo(counts(6, 2, 0, 1, 3, 0, 0));

        Contact contact = contact(lines.getFirst());
        assertThat(contact.content().subject().value()).isEqualTo("エンジン");
        assertThat(contact.content().text().value()).isEqualTo("発進時に,止まる");
        assertThat(contact.content().product().value()).isEqualTo("例自動車 サンプル");
        assertThat(contact.content().occurredAt()).isEqualTo("2021-01-30T15:00:00Z");
        assertThat(contact.content().language().value()).isEqualTo("ja");
        assertThat(contact.customer().identifiedBy()).isEqualTo(IdentifiedBy.STATED_FACTS);
        assertThat(contact.customer().area().value()).isEqualTo("福島");
        assertThat(new String(contact.original().content().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(HEADER + file.lines().skip(1).findFirst().orElseThrow());
        assertThat(contact(lines.get(2)).customer().identifiedBy())
                .isEqualTo(IdentifiedBy.CONTACT_ALONE);
        assertThat(all(Topics.QUARANTINE))
                .filteredOn(
                        kept ->
                                kept.id()
                                        .value()
                                        .equals(lines.get(1).path("quarantineId").asString()))
                .singleElement()
                .satisfies(
                        kept ->
                                assertThat(((InputQuarantined) kept.event()).content().bytes())
                                        .asString(StandardCharsets.UTF_8)
                                        .isEqualTo(HEADER + "2,2021年01月31日,福島,ＨＰ,例自動車"));
    }

    @Test
    void linesOfCanonicalJsonNeedNoMapping() throws Exception {
        String file =
                """
                {"id":"n1","source":"shop","conversation":"c","text":"The kettle leaks"}
                {"id":"n2","source":"shop","conversation":"c","text":"It still leaks"}
                {"id":"n3","source":"shop"}
                {"id":"n4","sour
                NESTED
                {"id":"n1","source":"shop","conversation":"c","text":"The kettle leaks"}
                """
                        .replace("NESTED", "[".repeat(1_000));
        List<JsonNode> lines =
                lines(post("/bulk", "application/x-ndjson", file.getBytes(StandardCharsets.UTF_8)));
        assertThat(statuses(lines))
                .containsExactly(
                        "new", "appended", "quarantined", "quarantined", "quarantined", "known");
        assertThat(summary(lines)).isEqualTo(counts(6, 1, 1, 1, 3, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-31j", "BOM", "GZIP"})
    void theCharsetShowsItself(String charset) throws Exception {
        String row =
                "1,2021年01月31日,福島,ＨＰ,例自動車,サンプル,2019年05月,不明,X,Y,エンジン,不明,発進時に止まる " + charset + "\n";
        List<JsonNode> lines = lines(upload("ja-mlit-defects", encoded(charset, HEADER + row)));
        assertThat(statuses(lines)).containsExactly("new");
        assertThat(contact(lines.getFirst()).content().text().value())
                .isEqualTo("発進時に止まる " + charset);
    }

    @Test
    void whatCanNotBeReadAtAllIsRefusedWhole() throws Exception {
        byte[] header = "a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8);
        assertThat(upload("no-such", header).statusCode()).isEqualTo(422);
        assertThat(upload("en-cfpb", header).statusCode()).isEqualTo(422);
        assertThat(post("/bulk?mapping=en-cfpb", "text/csv;charset=x-none", header).statusCode())
                .isEqualTo(415);
        assertThat(post("/bulk?importId=a%20b", "text/csv", header).statusCode()).isEqualTo(400);
        assertThat(post("/bulk", "application/x-www-form-urlencoded", header).statusCode())
                .isEqualTo(415);
        assertThat(get("/imports/none").statusCode()).isEqualTo(404);
        HttpResponse<String> empty = post("/bulk", "application/x-ndjson", new byte[0]);
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("The file is empty");
        HttpResponse<String> noise = post("/bulk", "application/gzip", new byte[] {7, 8, 9, 10});
        assertThat(noise.statusCode()).isEqualTo(422);
        assertThat(noise.body()).contains("Not readable as gzip");
    }

    @Test
    void theCountsOfAnImportCanBeAskedFor() throws Exception {
        byte[] file = "{\"id\":\"i1\",\"text\":\"counted\"}".getBytes(StandardCharsets.UTF_8);
        post("/bulk?importId=counted-1", "application/x-ndjson", file);
        JsonNode progress = json(get("/imports/counted-1"));
        assertThat(progress.path("state").asString()).isEqualTo("finished");
        assertThat(progress.path("received").asLong()).isEqualTo(1);
        assertThat(progress.path("new").asLong()).isEqualTo(1);
    }

    /// The rows that occur twice are the same to the last character, running number included.
    @ParameterizedTest
    @CsvSource({
        "ja-mlit-defects,ja-mlit-defects/mlit_2019.csv,3411,3411,0",
        "ja-mlit-defects,ja-mlit-defects/mlit_2020.csv,3511,3511,0",
        "ja-mlit-defects,ja-mlit-defects/mlit_2021.csv,4135,3799,0",
        "ja-mlit-defects,ja-mlit-defects/mlit_2022.csv,3131,3131,0",
        "en-cfpb,en-cfpb/complaints.csv,2068,2067,1"
    })
    void realFilesImportAsTheyAreAndOnlyOnce(
            String mapping, String name, long rows, long distinct, long quarantined)
            throws Exception {
        Path file = Path.of(System.getProperty("amends.shared.data"), name);
        assumeThat(file).as("real data").exists();
        byte[] bytes = Files.readAllBytes(file);
        assertThat(summary(lines(upload(mapping, bytes))))
                .isEqualTo(
                        counts(
                                rows,
                                distinct,
                                0,
                                rows - distinct - quarantined,
                                quarantined,
                                0,
                                0));
        assertThat(summary(lines(upload(mapping, bytes))))
                .isEqualTo(counts(rows, 0, 0, rows - quarantined, quarantined, 0, 0));
    }

    private HttpResponse<String> upload(String mapping, byte[] file) throws Exception {
        return post("/bulk?mapping=" + mapping, "text/csv", file);
    }

    private static Contact contact(JsonNode line) {
        return records(Topics.CONTACTS.name()).stream()
                .filter(message -> message.key().equals(line.path("complaintId").asString()))
                .map(message -> Wire.read(message.value(), Contact.class))
                .filter(
                        contact ->
                                contact.content()
                                        .id()
                                        .value()
                                        .equals(line.path("contactId").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> lines(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().lines().map(Wire.mapper()::readTree).toList();
    }

    private static List<String> statuses(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> !line.has("summary"))
                .map(line -> line.path("status").asString())
                .toList();
    }

    private static Map<String, Long> summary(List<JsonNode> lines) {
        JsonNode summary = lines.getLast().path("summary");
        Map<String, Long> counts = new TreeMap<>();
        counts(0, 0, 0, 0, 0, 0, 0)
                .keySet()
                .forEach(name -> counts.put(name, summary.path(name).asLong(-1)));
        return counts;
    }

    private static Map<String, Long> counts(
            long received,
            long fresh,
            long appended,
            long known,
            long quarantined,
            long rejected,
            long undecided) {
        return new TreeMap<>(
                Map.of(
                        "received", received,
                        "new", fresh,
                        "appended", appended,
                        "known", known,
                        "quarantined", quarantined,
                        "rejected", rejected,
                        "undecided", undecided));
    }

    private static byte[] encoded(String charset, String text) throws Exception {
        return switch (charset) {
            case "BOM" -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case "GZIP" -> {
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                }
                yield packed.toByteArray();
            }
            default -> text.getBytes(Charset.forName(charset));
        };
    }
}
