package amends.workflow.stream;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.CommandRequest;
import amends.contracts.contact.CustomerId;
import amends.contracts.customer.CustomerLinkEvent;
import amends.contracts.customer.CustomerLinkEvent.CustomersLinked;
import amends.contracts.customer.CustomerLinkEvent.CustomersUnlinked;
import amends.contracts.customer.CustomerLinkId;
import amends.contracts.customer.RecordedCustomerLink;
import amends.contracts.personal.FreeText;
import amends.contracts.wire.TopicFollower;
import amends.contracts.wire.Topics;
import amends.workflow.StartOrder;
import amends.workflow.customer.CustomerLinks;

import org.apache.kafka.clients.consumer.Consumer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Which customers are one person, as the topic of links tells it: in memory, for people say it by
/// hand.
public final class CustomerBook extends TopicListener {

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Publisher publisher;
    private final Clock clock;
    private final AtomicReference<CustomerLinks> links = new AtomicReference<>(CustomerLinks.NONE);

    private volatile Set<CustomerId> linked = Set.of();

    CustomerBook(Supplier<Consumer<String, byte[]>> consumers, Publisher publisher, Clock clock) {
        super(StartOrder.POLICIES);
        this.consumers = consumers;
        this.publisher = publisher;
        this.clock = clock;
    }

    public CustomerLinks links() {
        return links.get();
    }

    public void link(CustomerId one, CustomerId other, FreeText reason, Actor by) {
        say(CustomerLinkId.of(one, other), new CustomersLinked(one, other, reason), by);
    }

    public void unlink(RecordedCustomerLink link, FreeText reason, Actor by) {
        CustomerLinkEvent standing = link.event();
        say(link.link(), new CustomersUnlinked(standing.one(), standing.other(), reason), by);
    }

    /// Tells complaints what follows for them.
    public void tell(List<CommandRequest> commands) {
        CompletableFuture.allOf(
                        commands.stream()
                                .map(Topics.COMMANDS::record)
                                .map(publisher::send)
                                .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private void say(CustomerLinkId link, CustomerLinkEvent event, Actor by) {
        Instant at = links().next(link, clock.instant());
        RecordedCustomerLink said = new RecordedCustomerLink(link, at, by, event);
        publisher.send(Topics.CUSTOMER_LINKS.record(said)).join();
        accept(said);
    }

    @Override
    public void start() {
        follow(
                TopicFollower.fromBeginning(
                        Topics.CUSTOMER_LINKS,
                        consumers.get(),
                        (said, record) -> accept(said),
                        publisher::send));
    }

    /// Asked for each complaint that comes.
    public boolean isLinked(CustomerId customer) {
        return linked.contains(customer);
    }

    private synchronized void accept(RecordedCustomerLink said) {
        linked = links.updateAndGet(known -> known.with(said)).linked();
    }
}
