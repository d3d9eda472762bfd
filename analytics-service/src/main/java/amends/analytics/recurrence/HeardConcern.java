package amends.analytics.recurrence;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.IdentifiedBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What hurts a customer, as words.
///
/// @param id of the contact that told it, or of the clarification
/// @param product or [#NO_PRODUCT]
/// @param language a BCP 47 tag
/// @param at when the log took it in
/// @param day on which the customer told it; for imported history long before `at`
public record HeardConcern(
        String id,
        ComplaintId complaint,
        String product,
        String language,
        CustomerId customer,
        IdentifiedBy identifiedBy,
        Instant at,
        LocalDate day,
        List<Term> terms) {

    /// Groups the concerns that name no product.
    public static final String NO_PRODUCT = "";

    public HeardConcern {
        terms = List.copyOf(terms);
    }
}
