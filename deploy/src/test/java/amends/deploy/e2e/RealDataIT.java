package amends.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.deploy.local.LocalPlatform;
import amends.deploy.local.PlatformOptions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/// Real complaints, imported with the command that people use, seen through the whole chain.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(2)
class RealDataIT {

    private static final int PORT_BASE = 19_500;
    private static final Path MATERIAL = Path.of(System.getProperty("amends.shared.data", ""));
    private static final Path ROOT = Path.of(System.getProperty("amends.root"));
    private static final int REPORTS_OF_2021 = 4_135;

    /// The file repeats 336 of its rows to the last character, running number included.
    private static final int COMPLAINTS_OF_2021 = 3_799;

    @TempDir private static Path data;

    private static LocalPlatform platform;
    private static Api ops;

    record Imported(int exit, String output) {}

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(
                Files.isDirectory(MATERIAL.resolve("ja-mlit-defects")),
                "The real material is not on this machine");
        platform =
                LocalPlatform.start(data, PORT_BASE, PlatformOptions.everything().withShortLife());
        ops = Api.withKey(platform.gateway(), platform.credentials().apiKeys().ops());
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.stop();
        }
    }

    @Test
    @Order(1)
    void aYearOfVehicleDefectsIsTakenInAndTheTableBalances() throws Exception {
        Imported imported = importFile("ja-mlit-defects/mlit_2021.csv", "ja-mlit-defects");
        assertThat(imported.exit()).as(imported.output()).isZero();
        assertThat(imported.output().replace(",", "")).contains(String.valueOf(REPORTS_OF_2021));
        awaitOpen(COMPLAINTS_OF_2021);
    }

    @Test
    @Order(2)
    void dangerToPeopleIsOnTopWithItsReasonAQueueAndRunningClocks() {
        List<JsonNode> top = items(ops.get("/api/board?limit=50").expect(200).json());
        assertThat(top)
                .hasSize(50)
                .allSatisfy(
                        row -> {
                            assertThat(row.at("/priority/level").asString()).isEqualTo("URGENT");
                            assertThat(row.at("/priority/factors").toString())
                                    .contains("danger-to-people", "evidence\":[\"");
                            assertThat(row.path("queue").asString()).isNotEmpty();
                            assertThat(row.path("clocks").size()).isEqualTo(3);
                            assertThat(row.path("nextDue").asString()).isNotEmpty();
                        });
    }

    @Test
    @Order(3)
    void recurrenceNamesWhatMostDistinctOwnersShareAndHowTheyAreToldApart() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            List<JsonNode> concerns =
                                    items(ops.get("/api/analytics/recurrence").expect(200).json());
                            assertThat(concerns).isNotEmpty();
                            assertThat(concerns.getFirst().path("distinctCustomers").asInt())
                                    .isGreaterThan(4);
                            assertThat(concerns.getFirst().path("distinctBy").toString())
                                    .contains("STATED_FACTS");
                        });
    }

    @Test
    @Order(4)
    void theSameFileAgainIsKnown() throws Exception {
        Imported again = importFile("ja-mlit-defects/mlit_2021.csv", "ja-mlit-defects");
        assertThat(again.exit()).as(again.output()).isZero();
        awaitOpen(COMPLAINTS_OF_2021);
    }

    @Test
    @Order(5)
    void theOtherLayoutAndTheOtherLanguageImportAsTheyAre() throws Exception {
        assertThat(importFile("ja-mlit-defects/mlit_2022.csv", "ja-mlit-defects").exit()).isZero();
        Imported american = importFile("en-cfpb/complaints.csv", "en-cfpb");
        assertThat(american.output().replace(",", "")).contains("2067");
        awaitOpen(COMPLAINTS_OF_2021 + 3_131 + 2_067);
    }

    private static void awaitOpen(int count) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                items(ops.get("/api/queues").expect(200).json())
                                                        .stream()
                                                        .mapToInt(it -> it.path("open").asInt())
                                                        .sum())
                                        .isEqualTo(count));
    }

    private static Imported importFile(String file, String mapping)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                ROOT.resolve("deploy/import").toString(),
                                MATERIAL.resolve(file).toAbsolutePath().toString(),
                                "--mapping",
                                mapping,
                                "--data",
                                data.toString())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Imported(process.waitFor(), output);
    }

    private static List<JsonNode> items(JsonNode answer) {
        return StreamSupport.stream(answer.path("items").spliterator(), false).toList();
    }
}
