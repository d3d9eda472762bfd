package amends.analytics.recurrence;

import amends.analytics.facts.ComplaintFacts;
import amends.contracts.complaint.ComplaintEvent.ComplaintClarified;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ContactAppended;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.OtherWords;
import amends.contracts.contact.ProductName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Hears the concern in an event: in what the customer told, and in better words once an agent has
/// clarified it.
///
/// The day of a concern is the one on which the trouble was met or written of, if that is told,
/// otherwise the one on which it was received, so that imported history lies in its own months. A
/// day in the future is not believed.
public final class Listening {

    private final Words words;
    private final ZoneId zone;

    public Listening(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /// Returns nothing when the event tells no concern, or none in words.
    public Optional<HeardConcern> hear(RecordedEvent recorded, ComplaintFacts facts) {
        Optional<HeardConcern> heard = inWords(recorded, facts);
        return heard.filter(concern -> !concern.terms().isEmpty());
    }

    private Optional<HeardConcern> inWords(RecordedEvent recorded, ComplaintFacts facts) {
        if (recorded.event() instanceof ComplaintReceived received) {
            return told(recorded, facts, received.contact());
        }
        if (recorded.event() instanceof ContactAppended appended) {
            return OtherWords.areBySomebodyElse(appended.otherWords())
                    ? Optional.empty()
                    : told(recorded, facts, appended.contact());
        }
        return recorded.event() instanceof ComplaintClarified clarified
                ? clarified(recorded, facts, clarified)
                : Optional.empty();
    }

    private Optional<HeardConcern> told(
            RecordedEvent recorded, ComplaintFacts facts, ContactContent contact) {
        Instant told = contact.occurredAt() == null ? contact.receivedAt() : contact.occurredAt();
        String subject = contact.subject() == null ? "" : contact.subject().value() + '\n';
        String language = contact.language().value();
        return Optional.of(
                concern(
                        contact.id().value(),
                        recorded,
                        facts,
                        contact.product(),
                        language,
                        told,
                        words.of(subject + contact.text().value(), language)));
    }

    private Optional<HeardConcern> clarified(
            RecordedEvent recorded, ComplaintFacts facts, ComplaintClarified clarified) {
        String language = facts.origin().language().value();
        return Optional.of(
                concern(
                        recorded.messageId(),
                        recorded,
                        facts,
                        clarified.concern().product(),
                        language,
                        recorded.at(),
                        words.of(clarified.concern().words().value(), language)));
    }

    private HeardConcern concern(
            String id,
            RecordedEvent recorded,
            ComplaintFacts facts,
            @Nullable ProductName named,
            String language,
            Instant told,
            List<Term> terms) {
        ProductName product = named == null ? facts.origin().product() : named;
        Instant believed = told.isAfter(recorded.at()) ? recorded.at() : told;
        return new HeardConcern(
                id,
                recorded.complaintId(),
                product == null ? HeardConcern.NO_PRODUCT : product.value(),
                language,
                facts.origin().customer(),
                facts.origin().identifiedBy(),
                recorded.at(),
                LocalDate.ofInstant(believed, zone),
                terms);
    }
}
