package amends.analytics.facts;

import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.ProductName;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// Where a complaint comes from; this never changes, but for who its customer is: that a person may
/// correct.
///
/// @param receivedAt when it reached the company
/// @param takenInAt when it was taken in here; for imported history long after it was received
public record Origin(
        BrandName brand,
        @Nullable ProductName product,
        ChannelName channel,
        LanguageTag language,
        CustomerId customer,
        IdentifiedBy identifiedBy,
        Instant receivedAt,
        Instant takenInAt) {

    static Origin of(ComplaintReceived received, Instant at) {
        return new Origin(
                received.brand(),
                received.contact().product(),
                received.contact().channel(),
                received.contact().language(),
                received.customer().id(),
                received.customer().identifiedBy(),
                received.contact().receivedAt(),
                at);
    }

    Origin of(CustomerId corrected) {
        return new Origin(
                brand, product, channel, language, corrected, identifiedBy, receivedAt, takenInAt);
    }

    /// Since when the customer waits: since the complaint reached the company, but for history that
    /// was imported much later since it was taken in, because nobody could answer it here before.
    public Instant waitingSince(Duration historyAfter) {
        return receivedAt.plus(historyAfter).isBefore(takenInAt) ? takenInAt : receivedAt;
    }
}
