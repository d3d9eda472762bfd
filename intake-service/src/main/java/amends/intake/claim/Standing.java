package amends.intake.claim;

import amends.contracts.ledger.ClaimId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// How a claim stands.
///
/// @param arrived of what was claimed; inputs that came again are not counted again
/// @param missing of what was claimed
/// @param missingIds some of them, as the source calls them
/// @param looked whether it was looked for already; before, all that is named seems missing
public record Standing(
        ClaimId claim,
        String source,
        Instant from,
        Instant until,
        @Nullable Long count,
        long arrived,
        long missing,
        List<String> missingIds,
        boolean looked) {

    public boolean allArrived() {
        return missing == 0;
    }
}
