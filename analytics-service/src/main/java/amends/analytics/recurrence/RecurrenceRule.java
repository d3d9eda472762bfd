package amends.analytics.recurrence;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// How recurring concerns are recognised: a named, versioned policy, read from
/// `analytics/recurrence.yaml`.
///
/// @param likeness by language, with one for `other`
/// @param search what bounds the work per concern
/// @param trend when a concern is rising
/// @param smallestShown a cluster of fewer concerns is no recurrence and not published
public record RecurrenceRule(
        String name,
        int version,
        Map<String, Likeness> likeness,
        Search search,
        Trend.Rule trend,
        int smallestShown) {

    private static final String OTHER = "other";

    public RecurrenceRule {
        likeness = Map.copyOf(likeness);
        if (!likeness.containsKey(OTHER)) {
            throw new IllegalArgumentException(
                    "The recurrence rule needs a likeness for languages that it does not name: add"
                            + " one called other");
        }
    }

    /// How alike words must be, from 0 (no word in common) to 1 (the same words).
    ///
    /// @param joining from here a concern belongs to a cluster
    /// @param merging from here two clusters become one
    public record Likeness(double joining, double merging) {}

    /// What bounds the work and the memory.
    ///
    /// @param words of a concern's words, how many of the most telling ones lead to clusters to
    ///   compare with
    /// @param commonWord a word in more clusters of the product than this leads to none
    /// @param candidates how many clusters a concern is compared with at most
    /// @param clustersPerProduct beyond these, concerns that nobody shared for longest are
    ///   forgotten
    /// @param clustersInMemory of all products together; products not heard of for longest wait on
    ///   disk
    public record Search(
            int words,
            int commonWord,
            int candidates,
            int clustersPerProduct,
            int clustersInMemory) {}

    Likeness likenessIn(String language) {
        Likeness own = likeness.get(Locale.forLanguageTag(language).getLanguage());
        return own == null ? Objects.requireNonNull(likeness.get(OTHER)) : own;
    }
}
