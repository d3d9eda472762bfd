package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintEvent.DuplicateTakenIn;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.priority.PriorityFactor;
import amends.workflow.priority.Evidence;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How merging ties a complaint to others. It is merged or stands for duplicates, never both: ties
/// make no chains.
///
/// @param merge into the complaint that shall stand, or stands, for this one
/// @param duplicates the complaints that it stands for
public record Links(@Nullable Merge merge, List<Duplicate> duplicates) {

    static final Links NONE = new Links(null, List.of());

    public Links {
        duplicates = List.copyOf(duplicates);
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
        return new Links(new Merge(into, request, contacts, null), duplicates);
    }

    /// Once it is merged, or while it is and its status before is another one.
    Links mergedFrom(Status status) {
        return new Links(merge == null ? null : merge.from(status), duplicates);
    }

    Links withoutMerge() {
        return new Links(null, duplicates);
    }

    /// @param own what made this complaint urgent before
    Links with(DuplicateTakenIn event, List<PriorityFactor> own) {
        List<PriorityFactor> added =
                duplicate(event.duplicate())
                        .map(Duplicate::factors)
                        .orElseGet(() -> Evidence.without(event.factors(), own));
        return with(new Duplicate(event.duplicate(), event.contacts(), added));
    }

    Links withPassedOn(ComplaintId via) {
        return duplicate(via)
                .map(known -> with(new Duplicate(via, known.contacts + 1, known.factors)))
                .orElse(this);
    }

    private Links with(Duplicate duplicate) {
        List<Duplicate> all = new ArrayList<>(without(duplicate.id).duplicates);
        all.add(duplicate);
        return new Links(merge, all);
    }

    Links without(ComplaintId duplicate) {
        return new Links(
                merge, duplicates.stream().filter(each -> !each.id.equals(duplicate)).toList());
    }
}
