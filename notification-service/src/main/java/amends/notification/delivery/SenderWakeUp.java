package amends.notification.delivery;

import org.springframework.context.ApplicationListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;

/// Tells the sender's loop, and no other, when its log is quiet.
record SenderWakeUp(SenderLoop loop) implements ApplicationListener<ListenerContainerIdleEvent> {

    @Override
    public void onApplicationEvent(ListenerContainerIdleEvent quiet) {
        if (quiet.getListenerId().startsWith(SenderLoop.NAME)) {
            loop.quiet(quiet.getConsumer());
        }
    }
}
