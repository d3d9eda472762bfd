package amends.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;
import amends.workflow.complaint.Complaint;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Poison, a lost database and a restart take nothing away.
@ExtendWith(SharedWorkflow.class)
class RecoveryIT {

    private final RunningWorkflow workflow;

    RecoveryIT(RunningWorkflow workflow) {
        this.workflow = workflow;
    }

    @Test
    void poisonInTheMiddleOfAPartitionStopsNobody() {
        int partition = partitionOf("poisoned");
        workflow.send(Topics.CONTACTS, Contacts.contact("poisoned"));
        for (Topic<?> topic : List.of(Topics.CONTACTS, Topics.COMMANDS, Topics.COMPLAINTS)) {
            workflow.send(
                    new ProducerRecord<>(
                            topic.name(),
                            partition,
                            Contacts.complaint("poisoned").value(),
                            "{\"poison\":".getBytes(StandardCharsets.UTF_8)));
        }
        workflow.send(
                Topics.CONTACTS, Contacts.contact("poisoned", "poisoned-2", "And one thing more"));

        JsonNode found = workflow.caseWith(Contacts.complaint("poisoned"), 8);
        assertThat(found.path("contacts")).hasSize(2);
        for (Topic<?> topic : List.of(Topics.CONTACTS, Topics.COMMANDS, Topics.COMPLAINTS)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () ->
                                    assertThat(workflow.readRaw(Topics.deadLetters(topic)))
                                            .as(topic.name())
                                            .hasSize(1));
        }
    }

    @Test
    void anEmptiedDatabaseFillsItselfAgainWithTheSameCases() {
        for (int i = 0; i < 20; i++) {
            workflow.send(Topics.CONTACTS, Contacts.contact("rebuild-" + i));
        }
        List<String> paths =
                IntStream.range(0, 20)
                        .mapToObj(i -> "/complaints/" + Contacts.complaint("rebuild-" + i))
                        .toList();
        IntStream.range(0, 20)
                .forEach(i -> workflow.caseWith(Contacts.complaint("rebuild-" + i), 6));
        workflow.awaitQuiet();
        List<String> before = paths.stream().map(path -> workflow.get(path).body()).toList();
        JsonNode board = workflow.getJson("/board?limit=500").path("items");
        String notes = "/agents/smith/coaching-notes";
        workflow.post(notes, "{\"text\":\"Well asked\"}");
        JsonNode noted = workflow.getJson(notes);
        assertThat(noted.path("items")).hasSize(1);

        workflow.stop();
        workflow.emptyDatabase();
        workflow.start();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            assertThat(paths.stream().map(path -> workflow.get(path).body()))
                                    .isEqualTo(before);
                            assertThat(workflow.getJson("/board?limit=500").path("items"))
                                    .isEqualTo(board);
                        });
        assertThat(workflow.getJson(notes)).isEqualTo(noted);
    }

    @Test
    void foldingTheLogGivesTheStoredState() {
        for (int i = 0; i < 10; i++) {
            workflow.send(Topics.CONTACTS, Contacts.contact("log-" + i));
            workflow.caseWith(Contacts.complaint("log-" + i), 6);
        }
        workflow.awaitQuiet();
        Map<ComplaintId, Complaint> folded = new HashMap<>();
        for (RecordedEvent event : workflow.readable(Topics.COMPLAINTS)) {
            folded.compute(
                    event.complaintId(),
                    (id, known) -> (known == null ? Complaint.unborn(id) : known).evolve(event));
        }
        assertThat(folded).hasSizeGreaterThanOrEqualTo(10);
        assertThat(folded)
                .allSatisfy((id, state) -> assertThat(workflow.stored(id)).isEqualTo(state));
    }

    private static int partitionOf(String conversation) {
        return Utils.toPositive(
                        Utils.murmur2(
                                Contacts.complaint(conversation)
                                        .value()
                                        .getBytes(StandardCharsets.UTF_8)))
                % RunningWorkflow.PARTITIONS;
    }
}
