package amends.workflow.stream;

import amends.contracts.wire.TopicFollower;

import org.springframework.context.SmartLifecycle;

import java.util.Optional;

/// Follows a topic from the start of the service to its end.
abstract class TopicListener implements SmartLifecycle {

    private final int phase;
    private volatile Optional<TopicFollower<?>> follower = Optional.empty();

    /// @param phase its place in [amends.workflow.StartOrder]
    TopicListener(int phase) {
        this.phase = phase;
    }

    final void follow(TopicFollower<?> started) {
        follower = Optional.of(started);
    }

    @Override
    public final void stop() {
        follower.ifPresent(TopicFollower::close);
        follower = Optional.empty();
    }

    @Override
    public final boolean isRunning() {
        return follower.isPresent();
    }

    @Override
    public final int getPhase() {
        return phase;
    }
}
