package amends.workflow;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;

/// Collects the lines of a response that never ends.
record LineQueue(BlockingQueue<String> lines) implements Flow.Subscriber<String> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable failure) {
        lines.add("failed: " + failure);
    }

    @Override
    public void onComplete() {
        lines.add("complete");
    }
}
