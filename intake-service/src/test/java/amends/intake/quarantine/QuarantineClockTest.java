package amends.intake.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class QuarantineClockTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void aDatabaseThatIsAwayIsNotAskedAgainByEveryLook() {
        MongoServer server = new MongoServer(new MemoryBackend());
        InetSocketAddress address = server.bind();
        server.shutdown();
        String uri =
                "mongodb://127.0.0.1:%d/?serverSelectionTimeoutMS=200".formatted(address.getPort());
        try (MongoClient client = MongoClients.create(uri)) {
            QuarantineClock clock =
                    new QuarantineClock(
                            new QuarantineView(client.getDatabase("amends")),
                            new QuarantineSettings(Duration.ofHours(24), Duration.ofSeconds(15)),
                            meters,
                            now::get);
            assertThat(inputs()).isNaN();
            MongoServer back = new MongoServer(new MemoryBackend());
            back.bind(address);
            try {
                assertThat(inputs()).as("not asked again").isNaN();
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(
                                () -> {
                                    now.updateAndGet(at -> at.plusSeconds(16));
                                    assertThat(inputs()).isZero();
                                });
                assertThat(clock.age().count()).as("whoever asks for it is told").isZero();
            } finally {
                back.shutdownNow();
            }
        }
    }

    private double inputs() {
        return meters.get("amends.quarantine.inputs").gauge().value();
    }
}
