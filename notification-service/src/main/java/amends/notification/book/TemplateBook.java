package amends.notification.book;

import amends.contracts.wire.PublishedBook;
import amends.contracts.wire.TopicFollower;
import amends.notification.template.ShippedTemplates;
import amends.notification.template.Templates;

import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.context.SmartLifecycle;

import java.util.Optional;
import java.util.function.Supplier;

/// Reads the templates before any letter is written, and follows them ever after.
public final class TemplateBook implements SmartLifecycle {

    private static final int BEFORE_ALL_ELSE = 0;

    private final PublishedBook<Templates> book;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private volatile Optional<TopicFollower<?>> follower = Optional.empty();

    TemplateBook(PublishedBook<Templates> book, Supplier<Consumer<String, byte[]>> consumers) {
        this.book = book;
        this.consumers = consumers;
    }

    /// What letters are written with at this moment.
    public Templates inForce() {
        return book.current();
    }

    PublishedBook<Templates> book() {
        return book;
    }

    @Override
    public void start() {
        follower = Optional.of(book.open(consumers.get(), ShippedTemplates.configuration()));
    }

    @Override
    public void stop() {
        follower.ifPresent(TopicFollower::close);
        follower = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return follower.isPresent();
    }

    @Override
    public int getPhase() {
        return BEFORE_ALL_ELSE;
    }
}
