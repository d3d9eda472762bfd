package amends.deploy.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

class AnswerTest {

    private static final String ROWS =
            """
            {"row":1,"status":"new","complaintId":"AAAA","contactId":"c1"}
            {"row":2,"status":"known","complaintId":"AAAA","contactId":"c1"}
            {"row":3,"status":"quarantined","quarantineId":"q1","reason":"the row ends inside quotes"}
            """;

    private static final String SUM =
            """
            {"summary":{"importId":"x","state":"finished","received":3,"new":1,"appended":0,"known":1,"quarantined":1,"rejected":0,"undecided":0}}
            """;

    @Test
    void isTheSumAndTheFirstTroubles() throws IOException {
        Answer answer = read(ROWS + SUM);

        Tally tally = answer.tally().orElseThrow();
        assertThat(tally.balances()).isTrue();
        assertThat(tally.received()).isEqualTo(3);
        assertThat(answer.troubles())
                .containsExactly("row 3 quarantined: the row ends inside quotes");
    }

    @Test
    void hasNoSumWhenItBrokeOff() throws IOException {
        assertThat(read(ROWS).tally()).isEmpty();
    }

    @Test
    void doesNotBalanceWhileRowsAreOpenOrLost() {
        assertThat(new Tally("finished", 3, 1, 1, 0, 0, 0, 1).balances()).isFalse();
        assertThat(new Tally("finished", 3, 1, 1, 0, 0, 0, 0).balances()).isFalse();
    }

    @Test
    void showsNumbersThatCanBeRead() {
        assertThat(new Tally("finished", 4135, 4135, 0, 0, 0, 0, 0).table())
                .containsPattern("received +4,135")
                .containsPattern("  known +0 ");
    }

    @Test
    void tellsRowsAndRateOnTheWay() {
        Tally tally = new Tally("reading", 5000, 2000, 0, 0, 0, 0, 3000);

        assertThat(ImportCommand.message(tally, Duration.ofSeconds(2)))
                .isEqualTo(" 5,000 rows, 1,000 decided/s");
    }

    @Test
    void namesTheFormByTheFile() {
        assertThat(FileUpload.contentType(Path.of("a.CSV"))).isEqualTo("text/csv");
        assertThat(FileUpload.contentType(Path.of("a.jsonl"))).isEqualTo("application/x-ndjson");
        assertThat(FileUpload.contentType(Path.of("a.csv.gz"))).isEqualTo("application/gzip");
    }

    private static Answer read(String ndjson) throws IOException {
        return Answer.read(new ByteArrayInputStream(ndjson.getBytes(StandardCharsets.UTF_8)));
    }
}
