package amends.intake.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.contact.Contact;
import amends.intake.PlayedWorkflow;
import amends.intake.RunningIntake;
import amends.intake.bulk.Importer;
import amends.intake.bulk.Imports;
import amends.intake.ledger.Remainders;
import amends.intake.mapping.Mappings;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

class DropFolderIT extends RunningIntake {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final List<String> COLUMNS =
            List.of(
                    "Date received",
                    "Product",
                    "Sub-product",
                    "Issue",
                    "Sub-issue",
                    "Consumer complaint narrative",
                    "Company",
                    "State",
                    "Complaint ID");

    private static PlayedWorkflow workflow;

    @TempDir private Path root;

    @Autowired private Mappings mappings;
    @Autowired private Importer importer;
    @Autowired private Imports imports;
    @Autowired private Remainders remainders;

    @BeforeAll
    static void start() {
        workflow = new PlayedWorkflow();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        workflow.stop();
    }

    @Test
    void aFileIsImportedOnceAndMovedWithItsReport() throws Exception {
        Path folder = Files.createDirectories(root.resolve("canonical"));
        Files.writeString(
                folder.resolve("half.ndjson.part"), "{\"id\":\"h\",\"source\":\"d\",\"te");
        Files.writeString(
                folder.resolve("one.ndjson"),
                "{\"id\":\"d1\",\"source\":\"drop\",\"text\":\"It leaks\"}\n{\"id\":\"d2\"}\n");
        DropFolder reader = reader(folder);
        reader.start();
        try {
            await().atMost(LONG).until(() -> Files.exists(folder.resolve("done/one.ndjson")));
            Files.writeString(
                    folder.resolve("one.ndjson"),
                    "{\"id\":\"d1\",\"source\":\"drop\",\"text\":\"It leaks\"}\n");
            await().atMost(LONG).until(() -> Files.notExists(folder.resolve("one.ndjson")));
        } finally {
            reader.stop();
        }
        assertThat(Files.readAllLines(folder.resolve("done/one.ndjson.report.ndjson")))
                .satisfiesExactly(
                        row -> assertThat(row).contains("\"status\":\"new\""),
                        row -> assertThat(row).contains("\"status\":\"quarantined\""),
                        summary -> assertThat(summary).contains("\"received\":2"));
        assertThat(folder.resolve("half.ndjson.part")).exists();
        try (var done = Files.list(folder.resolve("done"))) {
            assertThat(done).as("two files, two reports").hasSize(4);
        }
    }

    @Test
    void whatIsDurableIsNotSentAgainBecauseNobodyAnswers() throws Exception {
        workflow.stop();
        Path folder = Files.createDirectories(root.resolve("canonical"));
        Files.writeString(
                folder.resolve("quiet.ndjson"),
                "{\"id\":\"quiet\",\"source\":\"drop\",\"text\":\"Nobody answers\"}\n");
        DropFolder reader = reader(folder);
        reader.start();
        try {
            await().atMost(LONG).until(() -> Files.exists(folder.resolve("done/quiet.ndjson")));
        } finally {
            reader.stop();
            workflow = new PlayedWorkflow();
        }
        assertThat(Files.readString(folder.resolve("done/quiet.ndjson.report.ndjson")))
                .contains("\"status\":\"undecided\"");
        assertThat(contacts())
                .filteredOn(each -> each.content().text().value().equals("Nobody answers"))
                .hasSize(1);
    }

    @Test
    void aSpreadsheetIsReadByTheMappingOfItsFolder() throws Exception {
        Path folder = Files.createDirectories(root.resolve("en-cfpb"));
        Files.write(folder.resolve("sheet.xlsx"), sheet());
        Files.writeString(folder.resolve("wrong.csv"), "a,b\n1,2\n");
        DropFolder reader = reader(folder);
        reader.start();
        try {
            await().atMost(LONG).until(() -> Files.exists(folder.resolve("done/sheet.xlsx")));
            await().atMost(LONG).until(() -> Files.exists(folder.resolve("failed/wrong.csv")));
        } finally {
            reader.stop();
        }
        assertThat(Files.readString(folder.resolve("failed/wrong.csv.report.txt")))
                .contains("not the header");
        List<Contact> contacts =
                contacts().stream()
                        .filter(
                                each ->
                                        each.content()
                                                .source()
                                                .value()
                                                .equals("file:cfpb-complaints"))
                        .filter(each -> each.content().text().value().startsWith("Sheet:"))
                        .toList();
        assertThat(contacts)
                .extracting(each -> each.content().text().value())
                .containsExactlyInAnyOrder(
                        "Sheet: they charged me, \"twice\"", "Sheet: no answer\nfor weeks");
        assertThat(contacts)
                .extracting(each -> each.content().occurredAt().toString())
                .containsOnly("2026-03-31T04:00:00Z");
        assertThat(contacts).extracting(each -> each.customer().area().value()).containsOnly("CA");
    }

    private static byte[] sheet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("complaints");
            for (int i = 0; i < COLUMNS.size(); i++) {
                sheet.value(0, i, COLUMNS.get(i));
            }
            row(sheet, 1, "Sheet: they charged me, \"twice\"", 900_001);
            row(sheet, 3, "Sheet: no answer\nfor weeks", 900_002);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, String words, int id) {
        sheet.value(row, 0, LocalDate.of(2026, 3, 31));
        sheet.style(row, 0).format("yyyy-MM-dd").set();
        sheet.value(row, 1, "Mortgage");
        sheet.value(row, 3, "Billing");
        sheet.value(row, 5, words);
        sheet.value(row, 6, "Bank");
        sheet.value(row, 7, "CA");
        sheet.value(row, 8, id);
    }

    private DropFolder reader(Path folder) {
        return new DropFolder(
                folder,
                mappings,
                new DropSettings(root, Duration.ofMillis(100), Duration.ofMillis(200)),
                importer,
                imports,
                remainders,
                InstantSource.system());
    }
}
