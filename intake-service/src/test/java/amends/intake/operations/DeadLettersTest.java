package amends.intake.operations;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.SkippedRecord;
import amends.intake.operations.DeadLetter.Replay;
import amends.intake.operations.LetterBox.Content;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class DeadLettersTest {

    private static final String TOPIC = "amends.policies-dlt";

    @Test
    void aRecordThatIsMetAgainAtEachStartIsOneLetter() {
        List<ConsumerRecord<String, byte[]>> letters =
                List.of(
                        letter(0, "7", "it is not JSON"),
                        letter(1, "8", "it is not JSON"),
                        letter(2, "7", "it is not JSON"),
                        letter(3, "7", "another reason"));
        assertThat(DeadLetters.distinct(new Content(letters, Map.of(), true)))
                .extracting(DeadLetter::id)
                .containsExactly(TOPIC + ":0:0", TOPIC + ":0:1", TOPIC + ":0:3");
    }

    @Test
    void oneThatWasReplayedStaysSo() {
        List<ConsumerRecord<String, byte[]>> letters =
                List.of(letter(0, "7", "x"), letter(1, "7", "x"));
        Replay replay = new Replay("agent:ops", Instant.EPOCH);
        Content content =
                new Content(letters, Map.of(LetterId.of(letters.getFirst()), replay), true);
        assertThat(DeadLetters.distinct(content))
                .singleElement()
                .satisfies(letter -> assertThat(letter.replayed()).isEqualTo(replay));
    }

    @ParameterizedTest
    @CsvSource({
        "amends.access, false",
        "amends.known-issues, false",
        "amends.outcomes, false",
        "amends.contacts, true"
    })
    void anOldStateIsNotPutOverANewerOne(String topic, boolean replayable) {
        LetterId id = new LetterId(topic + LetterId.SUFFIX, 0, 3);
        assertThat(id.isReplayable()).isEqualTo(replayable);
        assertThat(DeadLetter.of(new ConsumerRecord<>(id.topic(), 0, 3, "x", new byte[0]), null))
                .extracting(DeadLetter::replayable)
                .isEqualTo(replayable);
    }

    private static ConsumerRecord<String, byte[]> letter(long at, String stoodAt, String why) {
        ConsumerRecord<String, byte[]> letter =
                new ConsumerRecord<>(TOPIC, 0, at, "sla@1", new byte[0]);
        letter.headers().add(SkippedRecord.PARTITION, CloudEventHeaders.utf8("0"));
        letter.headers().add(SkippedRecord.OFFSET, CloudEventHeaders.utf8(stoodAt));
        letter.headers().add(SkippedRecord.REASON, CloudEventHeaders.utf8(why));
        return letter;
    }
}
