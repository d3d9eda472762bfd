package amends.workflow.authority;

import amends.contracts.authority.Grant;
import amends.contracts.authority.GrantEvent.GrantAsked;
import amends.contracts.authority.GrantEvent.GrantsStand;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.CorrelationId;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All that one customer was granted or shall be, complaint by complaint: the ledger that one
/// writer per customer keeps.
///
/// @param asked what is being decided; it counts already, so that two proposals at the same time
///   see each other
public record CustomerGrants(
        Map<ComplaintId, List<Grant>> standing, Map<CorrelationId, Asked> asked) {

    public static final CustomerGrants NONE = new CustomerGrants(Map.of(), Map.of());

    /// A grant that some complaint decides on at this moment.
    public record Asked(ComplaintId complaint, Grant grant) {}

    public CustomerGrants {
        standing = Map.copyOf(standing);
        asked = Map.copyOf(asked);
    }

    public CustomerGrants with(GrantAsked question) {
        Map<CorrelationId, Asked> more = new HashMap<>(asked);
        more.put(
                question.proposal().correlation(),
                new Asked(question.proposal().complaintId(), question.grant()));
        return new CustomerGrants(standing, more);
    }

    public CustomerGrants with(ComplaintId complaint, GrantsStand stand) {
        Map<ComplaintId, List<Grant>> changed = new HashMap<>(standing);
        if (stand.grants().isEmpty()) {
            changed.remove(complaint);
        } else {
            changed.put(complaint, stand.grants());
        }
        Map<CorrelationId, Asked> less = new HashMap<>(asked);
        if (stand.decided() != null) {
            less.remove(stand.decided());
        }
        return new CustomerGrants(changed, less);
    }

    /// Without what counts no more, so that a ledger does not grow for ever.
    ///
    /// @param since from when grants count
    /// @param awaited from when questions can still be settled: one whose answer was lost is not
    ///   counted for ever
    public CustomerGrants since(Instant since, Instant awaited) {
        Map<ComplaintId, List<Grant>> counting = new HashMap<>();
        standing.forEach(
                (complaint, grants) -> {
                    List<Grant> later =
                            grants.stream().filter(grant -> !grant.at().isBefore(since)).toList();
                    if (!later.isEmpty()) {
                        counting.put(complaint, later);
                    }
                });
        Map<CorrelationId, Asked> open = new HashMap<>(asked);
        open.values().removeIf(each -> each.grant().at().isBefore(awaited));
        return new CustomerGrants(counting, open);
    }

    /// What other complaints than this one granted since then.
    public BigDecimal elsewhere(ComplaintId complaint, Currency currency, Instant since) {
        Stream<Grant> granted =
                standing.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(complaint))
                        .flatMap(entry -> entry.getValue().stream());
        Stream<Grant> perhaps =
                asked.values().stream()
                        .filter(each -> !each.complaint().equals(complaint))
                        .map(Asked::grant);
        return Stream.concat(granted, perhaps)
                .filter(grant -> grant.currency().equals(currency))
                .filter(grant -> !grant.at().isBefore(since))
                .map(Grant::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
