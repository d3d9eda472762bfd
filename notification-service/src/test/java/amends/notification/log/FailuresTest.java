package amends.notification.log;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.notification.NotificationId;
import amends.notification.log.DeliveryLog.Notifications;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/// The list of what failed stays short, and reading the topic again changes nothing.
class FailuresTest {

    @Test
    void onlyTheLastAreKept() {
        Notifications kept = new Notifications(List.of());
        for (int i = 0; i < DeliveryLogView.MOST_FAILURES + 3; i++) {
            kept =
                    kept.with(new LinkedHashSet<>(List.of(new NotificationId("n" + i))))
                            .last(DeliveryLogView.MOST_FAILURES);
        }

        assertThat(kept.ids()).hasSize(DeliveryLogView.MOST_FAILURES);
        assertThat(kept.ids().getFirst()).isEqualTo(new NotificationId("n3"));
    }

    @Test
    void whatIsThereStaysWhereItIs() {
        List<NotificationId> ids =
                IntStream.range(0, 4).mapToObj(i -> new NotificationId("n" + i)).toList();
        Notifications kept = new Notifications(ids);

        assertThat(kept.with(new LinkedHashSet<>(ids.subList(1, 3))).last(9)).isEqualTo(kept);
    }
}
