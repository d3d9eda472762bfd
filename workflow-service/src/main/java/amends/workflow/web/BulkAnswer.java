package amends.workflow.web;

import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.complaint.Explanation;
import amends.contracts.complaint.Outcome;
import amends.contracts.complaint.Refusal;
import amends.workflow.view.TimelineEntry;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;

import java.util.List;
import java.util.Optional;

/// What became of one command for many complaints, or what would.
///
/// @param preview whether nothing was done yet
/// @param items one per complaint, in the order asked
record BulkAnswer(boolean preview, int accepted, int refused, List<BulkItem> items) {

    static BulkAnswer previewed(List<BulkItem> items) {
        return of(true, items);
    }

    static BulkAnswer decided(List<BulkItem> items) {
        return of(false, items);
    }

    private static BulkAnswer of(boolean preview, List<BulkItem> items) {
        return new BulkAnswer(
                preview, count(items, Verdict.ACCEPTED), count(items, Verdict.REFUSED), items);
    }

    private static int count(List<BulkItem> items, Verdict verdict) {
        return (int) items.stream().filter(item -> item.outcome() == verdict).count();
    }

    /// Empty: it is neither an id nor a reference.
    static Optional<ComplaintId> id(String idOrReference) {
        try {
            return Optional.of(ComplaintPath.read(idOrReference));
        } catch (ErrorResponseException e) {
            return Optional.empty();
        }
    }

    /// How a complaint took the command.
    enum Verdict {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("refused")
        REFUSED,
        /// It may still be carried out: look at the complaint.
        @JsonProperty("undecided")
        UNDECIDED
    }

    /// What became of one complaint.
    ///
    /// @param complaint as it was named
    /// @param version the complaint's version after the decision; for a preview the one it was
    ///   tried on
    /// @param events for a preview: what would happen; none when it is so already
    /// @param rule of the refusal
    /// @param explanation why, and what to do instead
    /// @param allowed the commands that would be accepted instead
    /// @param changed when it came too late: what happened since the version that was seen
    record BulkItem(
            String complaint,
            @Nullable ComplaintReference reference,
            Verdict outcome,
            @Nullable Long version,
            @Nullable List<String> events,
            Refusal.@Nullable Rule rule,
            @Nullable Explanation explanation,
            @Nullable List<CommandName> allowed,
            @Nullable List<TimelineEntry> changed) {

        static BulkItem of(String complaint, Outcome outcome) {
            return switch (outcome) {
                case Outcome.Accepted accepted -> accepted(complaint, accepted.version(), null);
                case Outcome.Refused refused ->
                        refused(complaint, refused.version(), refused.refusal());
                case Outcome.ContactTaken taken ->
                        throw new IllegalStateException("A command is not answered like a contact");
                case Outcome.NothingNext nothing ->
                        throw new IllegalStateException("A command is not answered like a wish");
            };
        }

        static BulkItem accepted(String complaint, long version, @Nullable List<String> events) {
            return new BulkItem(
                    complaint,
                    reference(complaint),
                    Verdict.ACCEPTED,
                    version,
                    events,
                    null,
                    null,
                    null,
                    null);
        }

        static BulkItem refused(String complaint, long version, Refusal refusal) {
            return new BulkItem(
                    complaint,
                    reference(complaint),
                    Verdict.REFUSED,
                    version,
                    null,
                    refusal.rule(),
                    refusal.explanation(),
                    refusal.allowed(),
                    null);
        }

        boolean isStale() {
            return rule == Refusal.Rule.STALE_VERSION;
        }

        BulkItem since(List<TimelineEntry> happened) {
            return new BulkItem(
                    complaint,
                    reference,
                    outcome,
                    version,
                    events,
                    rule,
                    explanation,
                    allowed,
                    happened);
        }

        static BulkItem unreadable(String complaint) {
            return without(
                    complaint,
                    Verdict.REFUSED,
                    Refusal.Rule.UNKNOWN_COMPLAINT,
                    "This is no id and no reference of a complaint; check how it is written");
        }

        /// Nobody could read it, or too many commands wait already.
        static BulkItem notSent(String complaint) {
            return reference(complaint) == null
                    ? unreadable(complaint)
                    : without(
                            complaint,
                            Verdict.UNDECIDED,
                            null,
                            "Too many commands are waiting; this one was not sent, send it again"
                                    + " soon");
        }

        static BulkItem undecided(String complaint) {
            return without(
                    complaint,
                    Verdict.UNDECIDED,
                    null,
                    "No decision yet. The command may still be carried out: load the complaint"
                            + " before you send it again");
        }

        private static BulkItem without(
                String complaint,
                Verdict verdict,
                Refusal.@Nullable Rule rule,
                String explanation) {
            return new BulkItem(
                    complaint,
                    reference(complaint),
                    verdict,
                    null,
                    null,
                    rule,
                    new Explanation(explanation),
                    null,
                    null);
        }

        private static @Nullable ComplaintReference reference(String complaint) {
            return id(complaint).map(ComplaintId::reference).orElse(null);
        }
    }
}
