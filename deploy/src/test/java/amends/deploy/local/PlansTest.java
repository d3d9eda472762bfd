package amends.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

class PlansTest {

    private static final Credentials CREDENTIALS =
            new Credentials(
                    new Credentials.Console("admin", "the-password"),
                    new Credentials.ApiKeys("key-i", "key-o"),
                    "the-secret");

    private final Plans plans = plans(Map.of());

    @ParameterizedTest
    @EnumSource
    void everyJvmIsBounded(Part part) {
        assertThat(plans.of(part).orElseThrow().command())
                .contains("-Xmx" + part.room().heap() + "m", "-XX:+UseSerialGC", "-Xss512k")
                .anyMatch(flag -> flag.startsWith("-XX:MaxMetaspaceSize="))
                .anyMatch(flag -> flag.startsWith("-XX:MaxDirectMemorySize="));
    }

    @ParameterizedTest
    @EnumSource
    void noSecretStandsOnACommandLine(Part part) {
        assertThat(String.join(" ", plans.of(part).orElseThrow().command()))
                .doesNotContain("the-password", "key-i", "key-o", "the-secret");
    }

    @Test
    void servicesListenOnLoopbackAndFindTheirNeighbours() {
        for (Part service : Part.of(Part.Wave.SERVICES)) {
            ProcessPlan plan = plans.of(service).orElseThrow();
            assertThat(plan.environment())
                    .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                    .containsEntry("SERVER_PORT", String.valueOf(plan.port()))
                    .containsEntry("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9085")
                    .containsEntry("MONGODB_URI", "mongodb://127.0.0.1:9087/amends");
        }
    }

    @Test
    void gatewayKnowsEveryServiceAndWhereTheCredentialsAre() {
        assertThat(plans.of(Part.GATEWAY).orElseThrow().environment())
                .containsEntry("AMENDS_CREDENTIALS", "/data/credentials.json")
                .containsEntry("AMENDS_INTAKE_URL", "http://127.0.0.1:9081")
                .containsEntry("AMENDS_WORKFLOW_URL", "http://127.0.0.1:9082")
                .containsEntry("AMENDS_ANALYTICS_URL", "http://127.0.0.1:9083")
                .containsEntry("AMENDS_NOTIFICATION_URL", "http://127.0.0.1:9084");
    }

    @Test
    void notificationSendsIntoTheMailSinkAndSignsLinksForTheGateway() {
        assertThat(plans.of(Part.NOTIFICATION).orElseThrow().environment())
                .containsEntry("SMTP_HOST", "127.0.0.1")
                .containsEntry("SMTP_PORT", "9088")
                .containsEntry("AMENDS_PUBLIC_URL", "http://127.0.0.1:9080")
                .containsEntry("AMENDS_LINK_SECRET", "the-secret");
    }

    @Test
    void intakeSignsTheFormPageSoThatItOutlivesARestart() {
        assertThat(plans.of(Part.INTAKE).orElseThrow().environment())
                .containsEntry("AMENDS_LINK_SECRET", "the-secret");
    }

    @Test
    void anOutsideDatabaseIsNotStartedButUsed() {
        Plans outside = plans(Map.of("MONGODB_URI", "mongodb://db.example/amends"));

        assertThat(outside.of(Part.DATABASE)).isEmpty();
        assertThat(outside.of(Part.WORKFLOW).orElseThrow().environment())
                .containsEntry("MONGODB_URI", "mongodb://db.example/amends");
    }

    @Test
    void optionsReachTheServices() {
        Map<String, String> demo = PlatformOptions.everything().withShortFollowUp().environment();

        assertThat(plans(demo).of(Part.NOTIFICATION).orElseThrow().environment())
                .containsEntry("AMENDS_FOLLOW_UP_DELAY", "PT1M");
    }

    @Test
    void togetherTheHeapsLeaveRoomInTwoAndAHalfGigabytes() {
        List<Part> all = List.copyOf(EnumSet.allOf(Part.class));

        assertThat(all.stream().mapToInt(part -> part.room().heap()).sum()).isLessThan(2048);
    }

    private static Plans plans(Map<String, String> environment) {
        return new Plans(
                new Installation(Path.of("/project"), Path.of("/jdk/bin/java")),
                new DataFolder(Path.of("/data")),
                new Ports(9080),
                CREDENTIALS,
                environment,
                false);
    }
}
