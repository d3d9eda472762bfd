package amends.analytics.issue;

import amends.contracts.complaint.Actor;
import amends.contracts.insight.ClusterId;
import amends.contracts.issue.KnownIssueEvent;
import amends.contracts.issue.RecordedKnownIssue;
import amends.contracts.wire.TopicFollower;
import amends.contracts.wire.Topics;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The known issues as their topic tells them: in memory, for people write them by hand.
@Component
public final class KnownIssues implements SmartLifecycle {

    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaTemplate<String, byte[]> template;
    private final InstantSource clock = InstantSource.system();
    private final Map<ClusterId, RecordedKnownIssue> last = new ConcurrentHashMap<>();
    private volatile @Nullable TopicFollower<RecordedKnownIssue> follower;

    KnownIssues(ConsumerFactory<String, byte[]> consumers, KafkaTemplate<String, byte[]> template) {
        this.consumers = consumers;
        this.template = template;
    }

    public List<KnownIssue> all() {
        return last.values().stream().flatMap(each -> KnownIssue.of(each).stream()).toList();
    }

    public Optional<KnownIssue> of(ClusterId cluster) {
        return Optional.ofNullable(last.get(cluster)).flatMap(KnownIssue::of);
    }

    /// Makes it durable; what is so already changes nothing.
    ///
    /// @param seen the version that whoever changes it saw, 0 when there was none; absent: any
    /// @return whether nobody had changed it since then
    public synchronized boolean take(
            ClusterId cluster, KnownIssueEvent event, Actor by, @Nullable Long seen) {
        RecordedKnownIssue before = last.get(cluster);
        if (before != null && before.event().equals(event)) {
            return true;
        }
        if (seen != null && !seen.equals(of(cluster).map(KnownIssue::version).orElse(0L))) {
            return false;
        }
        long number = before == null ? 1 : before.number() + 1;
        RecordedKnownIssue next =
                new RecordedKnownIssue(cluster, number, clock.instant(), by, event);
        template.send(Topics.KNOWN_ISSUES.record(next)).join();
        accept(next);
        return true;
    }

    /// Of two with the same number the later one in the log holds.
    private void accept(RecordedKnownIssue read) {
        last.merge(read.cluster(), read, (a, b) -> a.number() > b.number() ? a : b);
    }

    @Override
    public void start() {
        follower =
                TopicFollower.fromBeginning(
                        Topics.KNOWN_ISSUES,
                        consumers.createConsumer(),
                        (read, record) -> accept(read),
                        template::send);
    }

    @Override
    public void stop() {
        TopicFollower<RecordedKnownIssue> started = follower;
        if (started != null) {
            started.close();
            follower = null;
        }
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }
}
