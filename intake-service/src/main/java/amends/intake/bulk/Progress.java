package amends.intake.bulk;

import amends.contracts.policy.PolicyName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/// How far an import is. The counts of the outcomes add up to `received`.
///
/// @param state `reading`, `waiting` for outcomes, `finished`, or `failed` when the upload broke
///   off
public record Progress(
        ImportId importId,
        String state,
        @Nullable PolicyName mapping,
        Instant startedAt,
        long received,
        @com.fasterxml.jackson.annotation.JsonProperty("new") long fresh,
        long appended,
        long known,
        long quarantined,
        long rejected,
        long undecided) {

    static Progress of(
            ImportId id,
            String state,
            @Nullable PolicyName mapping,
            Instant startedAt,
            Map<Ledger.Status, Long> counts) {
        return new Progress(
                id,
                state,
                mapping,
                startedAt,
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.getOrDefault(Ledger.Status.NEW, 0L),
                counts.getOrDefault(Ledger.Status.APPENDED, 0L),
                counts.getOrDefault(Ledger.Status.KNOWN, 0L),
                counts.getOrDefault(Ledger.Status.QUARANTINED, 0L),
                counts.getOrDefault(Ledger.Status.REJECTED, 0L),
                counts.getOrDefault(Ledger.Status.UNDECIDED, 0L));
    }
}
