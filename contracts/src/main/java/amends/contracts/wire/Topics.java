package amends.contracts.wire;

import amends.contracts.access.RecordedAccess;
import amends.contracts.access.RecordedAudit;
import amends.contracts.authority.RecordedGrant;
import amends.contracts.coaching.RecordedCoaching;
import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.RecordedOutcome;
import amends.contracts.contact.Contact;
import amends.contracts.customer.RecordedCustomerLink;
import amends.contracts.figure.Figure;
import amends.contracts.insight.RecordedInsight;
import amends.contracts.issue.RecordedKnownIssue;
import amends.contracts.ledger.RecordedClaim;
import amends.contracts.ledger.RecordedMinute;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.routing.RecordedDispatch;
import amends.contracts.wire.Topic.Retention.For;
import amends.contracts.wire.Topic.Retention.ForEver;
import amends.contracts.wire.Topic.Retention.LatestByKey;

import org.apache.kafka.clients.admin.NewTopic;

import java.time.Duration;
import java.util.List;

/// Every topic of the platform. Those keyed by complaint id share one partition count, so that they
/// can be read side by side.
public final class Topics {

    public static final Topic<Contact> CONTACTS =
            new Topic<>("amends.contacts", Contact.class, new ForEver());

    public static final Topic<CommandRequest> COMMANDS =
            new Topic<>("amends.commands", CommandRequest.class, new For(Duration.ofDays(7)));

    public static final Topic<RecordedOutcome> OUTCOMES =
            new Topic<>("amends.outcomes", RecordedOutcome.class, new For(Duration.ofHours(1)));

    /// The log of truth.
    public static final Topic<RecordedEvent> COMPLAINTS =
            new Topic<>("amends.complaints", RecordedEvent.class, new ForEver());

    public static final Topic<PublishedPolicy> POLICIES =
            new Topic<>("amends.policies", PublishedPolicy.class, new LatestByKey());

    /// The words that customers and colleagues are written to with; all versions stay.
    public static final Topic<PublishedPolicy> TEMPLATES =
            new Topic<>("amends.notification-templates", PublishedPolicy.class, new LatestByKey());

    public static final Topic<RecordedDispatch> DISPATCH =
            new Topic<>("amends.dispatch", RecordedDispatch.class, new For(Duration.ofDays(7)));

    /// Keyed by customer: what all his complaints grant him.
    public static final Topic<RecordedGrant> GRANTS =
            new Topic<>("amends.grants", RecordedGrant.class, new For(Duration.ofDays(7)));

    /// Keyed by agent: what supervisors tell him.
    public static final Topic<RecordedCoaching> COACHING =
            new Topic<>("amends.coaching", RecordedCoaching.class, new ForEver());

    /// Keyed by link: which customers are one person, as people said, and what of it was taken
    /// back.
    public static final Topic<RecordedCustomerLink> CUSTOMER_LINKS =
            new Topic<>("amends.customer-links", RecordedCustomerLink.class, new ForEver());

    public static final Topic<RecordedNotification> NOTIFICATIONS =
            new Topic<>("amends.notifications", RecordedNotification.class, new ForEver());

    public static final Topic<RecordedInsight> INSIGHTS =
            new Topic<>("amends.insights", RecordedInsight.class, new For(Duration.ofDays(30)));

    /// Keyed by recurring concern: who has it in hand, and what helps.
    public static final Topic<RecordedKnownIssue> KNOWN_ISSUES =
            new Topic<>("amends.known-issues", RecordedKnownIssue.class, new ForEver());

    public static final Topic<RecordedQuarantine> QUARANTINE =
            new Topic<>("amends.quarantine", RecordedQuarantine.class, new ForEver());

    /// What analytics computed, as whole documents; its MongoDB views are copies of this topic.
    public static final Topic<Figure> FIGURES =
            new Topic<>("amends.figures", Figure.class, new LatestByKey());

    /// Keyed by intake instance and minute: the books of what arrived.
    public static final Topic<RecordedMinute> LEDGER =
            new Topic<>("amends.intake-ledger", RecordedMinute.class, new LatestByKey());

    /// What sources say they sent, until all of it has arrived.
    public static final Topic<RecordedClaim> CLAIMS =
            new Topic<>("amends.intake-claims", RecordedClaim.class, new LatestByKey());

    /// Users and keys; secrets as hashes only.
    public static final Topic<RecordedAccess> ACCESS =
            new Topic<>("amends.access", RecordedAccess.class, new LatestByKey());

    /// Who signed in, and who changed whose rights.
    public static final Topic<RecordedAudit> AUDIT =
            new Topic<>("amends.audit", RecordedAudit.class, new ForEver());

    private Topics() {}

    public static List<Topic<?>> all() {
        return List.of(
                CONTACTS,
                COMMANDS,
                OUTCOMES,
                COMPLAINTS,
                POLICIES,
                TEMPLATES,
                DISPATCH,
                GRANTS,
                COACHING,
                CUSTOMER_LINKS,
                NOTIFICATIONS,
                INSIGHTS,
                KNOWN_ISSUES,
                QUARANTINE,
                FIGURES,
                LEDGER,
                CLAIMS,
                ACCESS,
                AUDIT);
    }

    /// Whether records that cannot be processed are put aside. What nobody reads, or whoever wrote
    /// it alone, has no dead letters.
    public static boolean hasDeadLetters(Topic<?> topic) {
        return !List.of(AUDIT, LEDGER, CLAIMS).contains(topic);
    }

    /// Where records of `topic` go that a consumer could not process.
    public static String deadLetters(Topic<?> topic) {
        return deadLetters(topic.name());
    }

    /// How to create it: what nobody looked at for a month goes.
    public static NewTopic deadLetters(Topic<?> topic, int partitions) {
        return new Topic<>(deadLetters(topic), topic.type(), new For(Duration.ofDays(30)))
                .definition(partitions);
    }

    static String deadLetters(String topic) {
        return topic + "-dlt";
    }
}
