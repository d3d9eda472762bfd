package amends.contracts.identity;

import amends.contracts.access.Reach;

import java.util.Optional;

/// By what a call's answer is told apart, and so for whom it is whose reach is limited.
public enum Apart {
    /// For everybody: whoever is limited gets what is within his reach.
    BY_BRAND_AND_QUEUE,
    /// In the table `whole`.
    BY_NOTHING;

    static Optional<Apart> of(String word) {
        return word.equals("whole") ? Optional.of(BY_NOTHING) : Optional.empty();
    }

    /// Why it is not for somebody with this reach; empty: it is.
    public Optional<String> refusal(Reach reach) {
        return switch (this) {
            case BY_BRAND_AND_QUEUE -> Optional.empty();
            case BY_NOTHING ->
                    reach.seesAll()
                            ? Optional.empty()
                            : Optional.of(
                                    "This is not told apart by brand or queue, so it is only for"
                                            + " whoever sees all of them.");
        };
    }
}
