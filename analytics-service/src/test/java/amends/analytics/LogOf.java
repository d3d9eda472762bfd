package amends.analytics;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ComplaintQueued;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ComplaintResolved;
import amends.contracts.complaint.ComplaintEvent.FollowUpAnswered;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.SurveyAnswer;
import amends.contracts.complaint.Verification;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Customer;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.OriginalPosition;
import amends.contracts.contact.ProductName;
import amends.contracts.contact.SourceName;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.RoutingRuleName;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The events of one complaint, told one after the other; each comes an hour after the former
/// unless said otherwise.
public final class LogOf {

    public static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    /// Unless another is named.
    public static final BrandName BRAND = new BrandName("acme");

    private final ComplaintId id;
    private final String number;
    private final List<RecordedEvent> events = new ArrayList<>();
    private Instant now = START;
    private BrandName brand = BRAND;
    private String customer;
    private IdentifiedBy identifiedBy = IdentifiedBy.EMAIL;
    private @Nullable String product = "CleanAir 300";
    private String language = "en";

    private LogOf(String number) {
        this.number = number;
        this.customer = "customer of " + number;
        this.id = ComplaintId.derive(BRAND, new ChannelName("email"), number);
    }

    public static LogOf complaint(String number) {
        return new LogOf(number);
    }

    public LogOf customer(String name, IdentifiedBy how) {
        customer = name;
        identifiedBy = how;
        return this;
    }

    /// The complaint's id stays the same.
    public LogOf brand(String name) {
        brand = new BrandName(name);
        return this;
    }

    public LogOf product(@Nullable String name) {
        product = name;
        return this;
    }

    public LogOf language(String tag) {
        language = tag;
        return this;
    }

    public LogOf at(Instant instant) {
        now = instant;
        return this;
    }

    public LogOf after(Duration pause) {
        now = now.plus(pause);
        return this;
    }

    public LogOf received(String text) {
        return received(text, now);
    }

    /// Received by the company at another time than taken in.
    public LogOf received(String text, Instant receivedAt) {
        return by(
                Actor.automation("intake"),
                new ComplaintReceived(
                        id.reference(),
                        brand,
                        customer(),
                        contact(text, receivedAt),
                        new OriginalPosition(0, 0)));
    }

    public LogOf queued(String queue) {
        return by(
                Actor.automation("router"),
                new ComplaintQueued(
                        new QueueName(queue),
                        new PoolName(queue),
                        new TreeSet<>(),
                        new RoutingRuleName("test"),
                        PolicyVersion.parse("routing@1")));
    }

    public LogOf resolved(boolean onTheSpot) {
        return agent(
                new ComplaintResolved(onTheSpot, Verification.WITH_EVIDENCE, new FreeText("done")));
    }

    public LogOf answered(
            boolean solved, @Nullable Integer csat, @Nullable Integer ces, @Nullable Integer nps) {
        return by(
                Actor.customer(),
                new FollowUpAnswered(1, new SurveyAnswer(solved, csat, ces, nps, null)));
    }

    public LogOf agent(ComplaintEvent event) {
        return by(Actor.agent(new AgentId("sato")), event);
    }

    public LogOf by(Actor actor, ComplaintEvent event) {
        events.add(new RecordedEvent(id, events.size() + 1L, now, actor, null, event));
        now = now.plus(Duration.ofHours(1));
        return this;
    }

    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    public ComplaintId id() {
        return id;
    }

    public Customer customer() {
        return new Customer(
                CustomerId.derive(BRAND, identifiedBy, customer),
                identifiedBy,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                new CustomerTier("standard"));
    }

    public ContactContent contact(String text, Instant receivedAt) {
        return new ContactContent(
                ContactId.derive(new SourceName("test"), number + ":" + events.size()),
                new ChannelName("email"),
                new SourceName("test"),
                receivedAt,
                null,
                new LanguageTag(language),
                null,
                new FreeText(text),
                product == null ? null : new ProductName(product),
                List.of(),
                List.of());
    }
}
