package amends.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;

import amends.workflow.view.LiveChanges.Change;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

class LiveChangesTest {

    private static final Duration NOW = Duration.ZERO;
    private final LiveChanges changes = new LiveChanges();

    @Test
    void everyReaderGetsEveryChangeInOrder() throws InterruptedException {
        try (LiveSubscription first = changes.subscribe();
                LiveSubscription second = changes.subscribe()) {
            changes.publish(List.of(new Change("0-1", "a"), new Change("0-2", "b")));
            for (LiveSubscription reader : List.of(first, second)) {
                assertThat(reader.next(NOW)).isEqualTo(new Change("0-1", "a"));
                assertThat(reader.next(NOW)).isEqualTo(new Change("0-2", "b"));
                assertThat(reader.next(NOW)).isNull();
            }
        }
    }

    @Test
    void aSlowReaderIsCutOffAndTheOthersGoOn() throws InterruptedException {
        try (LiveSubscription slow = changes.subscribe()) {
            changes.publish(Collections.nCopies(1000, new Change("0-1", "a")));
            assertThat(slow.isCutOff()).as("its queue is just full").isFalse();
            changes.publish(List.of(new Change("0-2", "b")));
            assertThat(slow.isCutOff()).isTrue();
            assertThat(slow.next(NOW)).isNull();
            try (LiveSubscription other = changes.subscribe()) {
                changes.publish(List.of(new Change("0-3", "c")));
                assertThat(other.next(NOW)).isNotNull();
            }
        }
        assertThat(changes.isWatched()).isFalse();
    }
}
