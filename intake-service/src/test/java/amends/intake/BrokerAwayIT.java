package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.document.DescribedAnswers;
import amends.contracts.identity.SignedIdentities;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Nothing is said to be accepted while the broker is away.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "amends.intake.publish.patience=2s")
@DirtiesContext
class BrokerAwayIT {

    private static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 1);
    private static final MongoServer DATABASE = new MongoServer(new MemoryBackend());
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final DescribedAnswers DESCRIBED = DescribedAnswers.of("intake");

    private static boolean away;

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry properties) {
        BROKER.afterPropertiesSet();
        String database = DATABASE.bindAndGetConnectionString() + "/amends";
        properties.add("spring.kafka.bootstrap-servers", BROKER::getBrokersAsString);
        properties.add("amends.mongodb-uri", () -> database);
        properties.add("amends.identity.public-key", SignedIdentities::publicKey);
    }

    @AfterAll
    static void end() {
        DATABASE.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/complaints | application/json |"
                        + " {\"customer\":{\"email\":\"a@example.org\"},\"text\":\"It broke\"}",
                "/email | message/rfc822 | From: a@example.org%nSubject: Broken%n%nIt broke",
                "/events | application/cloudevents+json |"
                    + " {\"specversion\":\"1.0\",\"type\":\"amends.complaint.submitted\",\"source\":\"/shop\",\"id\":\"1\",\"data\":{\"customer\":{\"email\":\"a@example.org\"},\"text\":\"It"
                    + " broke\"}}",
                "/events | application/cloudevents+json |"
                    + " {\"specversion\":\"1.0\",\"type\":\"never.heard.of\",\"source\":\"/shop\",\"id\":\"2\",\"data\":{}}"
            })
    void whoeverSendsIsToldToComeBack(String path, String type, String body) throws Exception {
        goAway();
        HttpResponse<String> answer = post(path, type, body.replace("%n", "\r\n"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    private static synchronized void goAway() {
        if (!away) {
            BROKER.destroy();
            away = true;
        }
    }

    private HttpResponse<String> post(String path, String type, String body)
            throws IOException, InterruptedException {
        return DESCRIBED.checked(
                HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Content-Type", type)
                                .headers(SignedIdentities.identified())
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString()));
    }
}
