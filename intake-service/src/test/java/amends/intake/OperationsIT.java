package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.wire.Topics;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

class OperationsIT extends RunningIntake {

    private static final String LETTERS = Topics.deadLetters(Topics.QUARANTINE);

    @Test
    void aDeadLetterIsReplayedOnceHoweverManyAskForIt() throws Exception {
        String poison = "{replayed " + System.nanoTime();
        put(poison);
        JsonNode letter = lying(poison);
        assertThat(letter.path("source").path("topic").asString())
                .isEqualTo(Topics.QUARANTINE.name());
        assertThat(letter.path("reason").asString()).isNotBlank();
        assertThat(letter.toString())
                .as("what customers wrote is not told")
                .doesNotContain("replayed");

        String path = "/operations/dead-letters/" + letter.path("id").asString() + "/replay";
        List<Integer> answers = atTheSameTime(4, path);

        assertThat(answers).containsOnlyOnce(200).allMatch(each -> each == 200 || each == 409);
        HttpResponse<String> again = postJson(path, "", "Amends-Actor", "agent:sato");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("agent:yamada").contains("nothing was done");
        assertThat(values(Topics.QUARANTINE.name(), poison)).as("first and replayed").hasSize(2);
        assertThat(values(Topics.QUARANTINE.name(), poison).getLast().headers().toArray())
                .extracting(each -> each.key())
                .containsExactly("mark", "amends_replayed_from");
        JsonNode replayed = letter(letter.path("id").asString(), true);
        assertThat(replayed.path("replayed").path("by").asString()).isEqualTo("agent:yamada");
        assertThat(letter(letter.path("id").asString(), false).isMissingNode()).isTrue();
    }

    @Test
    void whatIsNoDeadLetterIsNotReplayed() throws Exception {
        for (String id :
                List.of(
                        LETTERS + ":0:99999",
                        LETTERS + ":77:0",
                        "amends.nothing-dlt:0:0",
                        Topics.CONTACTS.name() + ":0:0",
                        "nonsense")) {
            assertThat(postJson("/operations/dead-letters/" + id + "/replay", "").statusCode())
                    .as(id)
                    .isEqualTo(404);
        }
    }

    @Test
    void howFarConsumersAreBehindIsTold() throws Exception {
        String group = "quarantine-view";
        await().untilAsserted(
                        () -> {
                            JsonNode items = json(get("/operations/lag")).path("items");
                            JsonNode own =
                                    StreamSupport.stream(items.spliterator(), false)
                                            .filter(each -> named(each, "group", group))
                                            .findFirst()
                                            .orElseThrow(() -> new AssertionError("not yet"));
                            assertThat(own.path("running").asBoolean()).isTrue();
                            // a transaction that ended the topic left its mark there
                            assertThat(own.path("lag").asInt(-1)).isBetween(0, 1);
                            assertThat(own.path("topics").path(0).path("topic").asString())
                                    .isEqualTo(Topics.QUARANTINE.name());
                        });
    }

    @Test
    void whatArrivedBalancesWithWhatBecameOfIt() throws Exception {
        long before = sum("complaints", "received");
        postJson("/complaints", "{\"id\":\"balance\",\"text\":\"It is too loud\"}");
        postJson("/complaints", "{\"id\":\"balance\",\"text\":\"It is too loud\"}");
        postJson("/complaints", "{\"id\":\"rejected\"}");
        long unclear = sum("email", "quarantined");
        post("/email", "message/rfc822", "no mail to count".getBytes(StandardCharsets.UTF_8));

        assertThat(sum("complaints", "received")).isEqualTo(before + 3);
        assertThat(sum("email", "quarantined")).isEqualTo(unclear + 1);
        for (JsonNode each : json(get("/operations/intake?minutes=1440")).path("items")) {
            long decided =
                    Stream.of("accepted", "quarantined", "rejected", "setAside", "failed")
                            .mapToLong(outcome -> each.path(outcome).asLong())
                            .sum();
            assertThat(each.path("received").asLong()).as(each.toString()).isEqualTo(decided);
            assertThat(each.path("underWay").asLong()).isZero();
        }
    }

    private long sum(String channel, String figure) throws Exception {
        return StreamSupport.stream(
                        json(get("/operations/intake")).path("items").spliterator(), false)
                .filter(each -> named(each, "channel", channel))
                .mapToLong(each -> each.path(figure).asLong())
                .sum();
    }

    private static boolean named(JsonNode node, String field, String name) {
        return node.path(field).asString("").equals(name);
    }

    private List<Integer> atTheSameTime(int many, String path) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, many)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> replay(path), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private int replay(String path) {
        try {
            return postJson(path, "", "Amends-Actor", "agent:yamada").statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode lying(String poison) {
        await().until(() -> !values(LETTERS, poison).isEmpty());
        ConsumerRecord<String, byte[]> lying = values(LETTERS, poison).getFirst();
        return letter(LETTERS + ":" + lying.partition() + ":" + lying.offset(), false);
    }

    private JsonNode letter(String id, boolean replayed) {
        try {
            JsonNode listing = json(get("/operations/dead-letters?replayed=" + replayed));
            return StreamSupport.stream(listing.path("items").spliterator(), false)
                    .filter(each -> named(each, "id", id))
                    .findFirst()
                    .orElse(tools.jackson.databind.node.MissingNode.getInstance());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> values(String topic, String value) {
        return records(topic).stream()
                .filter(each -> each.value() != null)
                .filter(each -> new String(each.value(), StandardCharsets.UTF_8).equals(value))
                .toList();
    }

    private static void put(String value) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", BROKER.getBrokersAsString()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(
                            Topics.QUARANTINE.name(),
                            1,
                            "k",
                            value.getBytes(StandardCharsets.UTF_8));
            record.headers().add("mark", new byte[] {1});
            producer.send(record);
        }
    }
}
