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
        try (LiveSubscription first = changes.subscribe(null);
                LiveSubscription second = changes.subscribe(null)) {
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
        try (LiveSubscription reader = changes.subscribe(null)) {
            changes.publish(List.of(change(1, "a"), change(2, "b")));
            changes.publish(List.of(change(1, "c")));
            assertThat(reader.next(NOW)).containsExactly(change(1, "c"), change(2, "b"));
        }
    }

    @Test
    void aWaitingReaderIsWokenByAChange() throws InterruptedException {
        try (LiveSubscription reader = changes.subscribe(null)) {
            Thread.ofVirtual().start(() -> changes.publish(List.of(change(1, "a"))));
            assertThat(reader.next(Duration.ofSeconds(30))).containsExactly(change(1, "a"));
        }
    }

    @Test
    void aSlowReaderIsCutOffAndTheOthersGoOn() throws InterruptedException {
        try (LiveSubscription slow = changes.subscribe(null)) {
            changes.publish(
                    IntStream.range(0, LiveSubscription.MOST_WAITING)
                            .mapToObj(number -> change(number, "a"))
                            .toList());
            assertThat(slow.isCutOff()).as("as much waits as may").isFalse();
            changes.publish(List.of(change(-1, "b")));
            assertThat(slow.isCutOff()).isTrue();
            assertThat(slow.next(NOW)).isEmpty();
            try (LiveSubscription other = changes.subscribe(null)) {
                changes.publish(List.of(change(3, "c")));
                assertThat(other.next(NOW)).isNotEmpty();
            }
        }
        assertThat(changes.isWatched()).isFalse();
    }

    @Test
    void whoComesBackGetsWhatHeMissedOfEachComplaintTheLast() throws InterruptedException {
        String left;
        try (LiveSubscription reader = changes.subscribe(null)) {
            changes.publish(List.of(change(1, "a"), change(2, "b")));
            reader.next(NOW);
            left = reader.position();
        }
        changes.publish(List.of(change(3, "c"), change(1, "d")));
        changes.publish(List.of(change(3, "e")));
        try (LiveSubscription back = changes.subscribe(left)) {
            assertThat(back.isComplete()).isTrue();
            assertThat(back.position()).as("nothing is told yet").isEqualTo(left);
            assertThat(back.next(NOW)).containsExactly(change(1, "d"), change(3, "e"));
            assertThat(back.position()).isEqualTo(changes.position());
            changes.publish(List.of(change(4, "f")));
            assertThat(back.next(NOW)).as("and goes on").containsExactly(change(4, "f"));
        }
    }

    @Test
    void whatWasNotTakenYetIsNotBehindThePosition() throws InterruptedException {
        try (LiveSubscription reader = changes.subscribe(null)) {
            changes.publish(List.of(change(1, "a")));
            reader.next(NOW);
            String taken = reader.position();
            changes.publish(List.of(change(2, "b")));
            assertThat(reader.position()).isEqualTo(taken).isNotEqualTo(changes.position());
        }
    }

    @Test
    void whoWasAwayForTooLongOrComesFromAnotherProcessHasToLoadAgain() throws InterruptedException {
        String beginning = changes.position();
        changes.publish(
                IntStream.range(0, LiveLog.MOST).mapToObj(number -> change(number, "a")).toList());
        try (LiveSubscription back = changes.subscribe(beginning)) {
            assertThat(back.isComplete()).as("as much is known as may be").isTrue();
            assertThat(back.next(NOW)).hasSize(LiveLog.MOST);
        }
        changes.publish(List.of(change(-1, "b")));
        String now = changes.position();
        for (String unknown : List.of(beginning, "another-1", "", now + "1", now + "x")) {
            try (LiveSubscription back = changes.subscribe(unknown)) {
                assertThat(back.isComplete()).as(unknown).isFalse();
                assertThat(back.next(NOW)).isEmpty();
                assertThat(back.position()).isEqualTo(now);
            }
        }
    }

    private static Change change(int complaint, String json) {
        return new Change(
                ComplaintId.derive(
                        new BrandName("acme"), new ChannelName("web"), String.valueOf(complaint)),
                json);
    }
}
