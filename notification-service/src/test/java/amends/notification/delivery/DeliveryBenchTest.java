package amends.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.notification.delivery.Delivery.Outgoing;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How many mails a second leave the house; `-Dbench=true` runs it. The server answers at once, so
/// the figure is our own cost.
@EnabledIfSystemProperty(named = "bench", matches = "true")
class DeliveryBenchTest {

    private static final int MAILS = 4_000;
    private static final int BATCH = 200;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void mailsPerSecond(int connections) throws IOException {
        List<Outgoing> mails =
                IntStream.range(0, MAILS)
                        .mapToObj(i -> EmailDeliveryTest.outgoing("m" + i + "@example.jp"))
                        .toList();
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(_ -> "250 ok");
                EmailDelivery delivery =
                        new EmailDelivery(EmailDeliveryTest.settings(server.port(), connections))) {
            send(delivery, mails.subList(0, MAILS / 4));
            long start = System.nanoTime();
            List<Attempt> attempts = send(delivery, mails);
            double seconds = (System.nanoTime() - start) / (double) Duration.ofSeconds(1).toNanos();
            assertThat(attempts).allMatch(Attempt.Accepted.class::isInstance);
            System.out.printf("%d connections: %.0f mails/s%n", connections, MAILS / seconds);
        }
    }

    private static List<Attempt> send(EmailDelivery delivery, List<Outgoing> mails) {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < mails.size(); i += BATCH) {
            attempts.addAll(delivery.deliver(mails.subList(i, Math.min(i + BATCH, mails.size()))));
        }
        return attempts;
    }
}
