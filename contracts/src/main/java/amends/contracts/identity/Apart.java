package amends.contracts.identity;

import amends.contracts.access.Reach;

import java.util.Optional;

/// By what a call's answer is told apart, and so for whom it is whose reach is limited.
public enum Apart {
    /// For everybody: whoever is limited gets what is within his reach.
    BY_BRAND_AND_QUEUE,
    /// In the table `by-queue`.
    BY_QUEUE,
    /// In the table `whole`.
    BY_NOTHING;

    static Optional<Apart> of(String word) {
        return switch (word) {
            case "by-queue" -> Optional.of(BY_QUEUE);
            case "whole" -> Optional.of(BY_NOTHING);
            default -> Optional.empty();
        };
    }

    /// Why it is not for somebody with this reach; empty: it is.
    public Optional<String> refusal(Reach reach) {
        return switch (this) {
            case BY_BRAND_AND_QUEUE -> Optional.empty();
            case BY_QUEUE ->
                    reach.brands().isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    "This is told apart by queue but not by brand, so it is not for"
                                            + " whoever is limited to brands.");
            case BY_NOTHING ->
                    reach.seesAll()
                            ? Optional.empty()
                            : Optional.of(
                                    "This is not told apart by brand or queue, so it is only for"
                                            + " whoever sees all of them.");
        };
    }
}
