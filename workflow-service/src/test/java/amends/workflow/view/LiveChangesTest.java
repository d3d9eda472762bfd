package amends.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.workflow.view.LiveChanges.Change;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

class LiveChangesTest {

    private static final Duration NOW = Duration.ZERO;
    private final LiveChanges changes = new LiveChanges();

    @Test
    void everyReaderGetsTheChangesOfEveryComplaintInOrder() throws InterruptedException {
        try (LiveSubscription first = changes.subscribe();
                LiveSubscription second = changes.subscribe()) {
            changes.publish(List.of(change(1, "a"), change(2, "b")));
            for (LiveSubscription reader : List.of(first, second)) {
                assertThat(reader.next(NOW)).containsExactly(change(1, "a"), change(2, "b"));
                assertThat(reader.next(NOW)).isEmpty();
            }
        }
    }

    @Test
    void ofAComplaintThatChangedAgainBeforeItWasReadOnlyTheLastChangeIsTold()
            throws InterruptedException {
        try (LiveSubscription reader = changes.subscribe()) {
            changes.publish(List.of(change(1, "a"), change(2, "b")));
            changes.publish(List.of(change(1, "c")));
            assertThat(reader.next(NOW)).containsExactly(change(1, "c"), change(2, "b"));
        }
    }

    @Test
    void aWaitingReaderIsWokenByAChange() throws InterruptedException {
        try (LiveSubscription reader = changes.subscribe()) {
            Thread.ofVirtual().start(() -> changes.publish(List.of(change(1, "a"))));
            assertThat(reader.next(Duration.ofSeconds(30))).containsExactly(change(1, "a"));
        }
    }

    @Test
    void aSlowReaderIsCutOffAndTheOthersGoOn() throws InterruptedException {
        try (LiveSubscription slow = changes.subscribe()) {
            changes.publish(
                    IntStream.range(0, LiveSubscription.MOST_WAITING)
                            .mapToObj(number -> change(number, "a"))
                            .toList());
            assertThat(slow.isCutOff()).as("as much waits as may").isFalse();
            changes.publish(List.of(change(-1, "b")));
            assertThat(slow.isCutOff()).isTrue();
            assertThat(slow.next(NOW)).isEmpty();
            try (LiveSubscription other = changes.subscribe()) {
                changes.publish(List.of(change(3, "c")));
                assertThat(other.next(NOW)).isNotEmpty();
            }
        }
        assertThat(changes.isWatched()).isFalse();
    }

    private static Change change(int complaint, String json) {
        return new Change(
                ComplaintId.derive(
                        new BrandName("acme"), new ChannelName("web"), String.valueOf(complaint)),
                "0-1",
                json);
    }
}
