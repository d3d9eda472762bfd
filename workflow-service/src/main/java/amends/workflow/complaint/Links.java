package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintEvent.DuplicateTakenIn;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.priority.PriorityFactor;
import amends.contracts.sla.ClockName;
import amends.contracts.sla.ClockStart;
import amends.workflow.priority.Evidence;
import amends.workflow.sla.RunningClock;
import amends.workflow.sla.SharedTerm;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How merging ties a complaint to others. It is merged or stands for duplicates, never both: ties
/// make no chains.
///
/// @param merge into the complaint that shall stand, or stands, for this one
/// @param duplicates the complaints that it stands for
/// @param terms from when the regulatory clocks count that they share with it
public record Links(
        @Nullable Merge merge, List<Duplicate> duplicates, Map<ClockName, SharedTerm> terms) {

    static final Links NONE = new Links(null, List.of(), Map.of());

    public Links {
        duplicates = List.copyOf(duplicates);
        // states that were kept before terms were shared have none
        terms = terms == null ? Map.of() : Map.copyOf(terms);
    }

    /// @param request the version at which it was asked for
    /// @param contacts how many contacts the other complaint was told of
    /// @param before the status to which it returns; absent: the other has not agreed yet
    public record Merge(ComplaintId into, long request, int contacts, @Nullable Status before) {

        boolean isPending() {
            return before == null;
        }

        private Merge from(Status status) {
            return new Merge(into, request, contacts, status);
        }
    }

    /// @param contacts those it had, and those that were passed on
    /// @param factors what its urgency added
    public record Duplicate(ComplaintId id, int contacts, List<PriorityFactor> factors) {

        public Duplicate {
            factors = List.copyOf(factors);
        }
    }

    boolean isPending() {
        return merge != null && merge.isPending();
    }

    boolean isPending(ComplaintId into, long request) {
        return isPending() && merge != null && merge.into.equals(into) && merge.request == request;
    }

    Optional<Duplicate> duplicate(ComplaintId id) {
        return duplicates.stream().filter(duplicate -> duplicate.id.equals(id)).findFirst();
    }

    int contactsOf(ComplaintId duplicate) {
        return duplicate(duplicate).map(Duplicate::contacts).orElse(0);
    }

    Links requesting(ComplaintId into, long request, int contacts) {
        return new Links(new Merge(into, request, contacts, null), duplicates, terms);
    }

    /// Once it is merged, or while it is and its status before is another one.
    Links mergedFrom(Status status) {
        return new Links(merge == null ? null : merge.from(status), duplicates, terms);
    }

    /// The status to which it returns; its present one when it is not merged.
    Status statusBefore(Status present) {
        return merge == null || merge.before == null ? present : merge.before;
    }

    Links withoutMerge() {
        return new Links(null, duplicates, terms);
    }

    /// @param own what made this complaint urgent before
    /// @param clocks those of this complaint that ran before
    Links with(DuplicateTakenIn event, List<PriorityFactor> own, List<RunningClock> clocks) {
        List<PriorityFactor> added =
                duplicate(event.duplicate())
                        .map(Duplicate::factors)
                        .orElseGet(() -> Evidence.without(event.factors(), own));
        return with(new Duplicate(event.duplicate(), event.contacts(), added))
                .sharing(event, clocks);
    }

    private Links sharing(DuplicateTakenIn event, List<RunningClock> clocks) {
        if (event.terms() == null) {
            return this;
        }
        Map<ClockName, SharedTerm> shared = new HashMap<>(terms);
        for (ClockStart term : event.terms()) {
            Instant running =
                    clocks.stream()
                            .filter(clock -> clock.clock().equals(term.clock()))
                            .map(RunningClock::startedAt)
                            .findFirst()
                            .orElse(null);
            SharedTerm before = terms.getOrDefault(term.clock(), SharedTerm.NONE);
            shared.put(term.clock(), before.with(event.duplicate(), term.startedAt(), running));
        }
        return new Links(merge, duplicates, shared);
    }

    /// That clock was met or cancelled, and with it what the duplicates had brought.
    Links withoutTerm(ClockName clock) {
        if (!terms.containsKey(clock)) {
            return this;
        }
        Map<ClockName, SharedTerm> rest = new HashMap<>(terms);
        rest.remove(clock);
        return new Links(merge, duplicates, rest);
    }

    Links withPassedOn(ComplaintId via) {
        return duplicate(via)
                .map(known -> with(new Duplicate(via, known.contacts + 1, known.factors)))
                .orElse(this);
    }

    private Links with(Duplicate duplicate) {
        List<Duplicate> all = new ArrayList<>(allBut(duplicate.id));
        all.add(duplicate);
        return new Links(merge, all, terms);
    }

    Links without(ComplaintId duplicate) {
        Map<ClockName, SharedTerm> rest = new HashMap<>(terms);
        rest.replaceAll((clock, term) -> term.without(duplicate));
        return new Links(merge, allBut(duplicate), rest);
    }

    private List<Duplicate> allBut(ComplaintId duplicate) {
        return duplicates.stream().filter(each -> !each.id.equals(duplicate)).toList();
    }
}
