package amends.workflow.complaint;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.PromiseId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.priority.Priority;
import amends.contracts.priority.PriorityFactor;
import amends.contracts.sla.ClockName;
import amends.workflow.policy.Policies;
import amends.workflow.sla.RunningClock;
import amends.workflow.sla.Waiting;
import amends.workflow.typology.Typology;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A complaint as far as deciding needs it: no texts, no contact points. It is the fold of its
/// events and nothing else.
///
/// @param waitingSince when it came or was last reopened
/// @param promises at most the [Promise#MOST_KNOWN] latest
/// @param waiting who must move before the company can
/// @param waitingBegunBy what kind of actor said so
public record Complaint(
        ComplaintId id,
        long version,
        Status status,
        @Nullable Instant waitingSince,
        @Nullable Arrival arrival,
        @Nullable Priority priority,
        @Nullable Place place,
        @Nullable AgentId owner,
        Work work,
        List<Promise> promises,
        FollowUps followUps,
        @Nullable WaitingFor waiting,
        List<RunningClock> clocks,
        Ownership ownership,
        Links links,
        Typology typology,
        Actor.@Nullable Kind waitingBegunBy) {

    public Complaint {
        ownership = orNone(ownership);
        // states that were kept before complaints could be merged have none
        links = links == null ? Links.NONE : links;
        // nor do states from before customers' types were recognised have one
        typology = typology == null ? Typology.UNKNOWN : typology;
        promises = List.copyOf(promises);
        clocks = List.copyOf(clocks);
    }

    public static Complaint unborn(ComplaintId id) {
        return new Complaint(
                id,
                0,
                Status.UNBORN,
                null,
                null,
                null,
                null,
                null,
                Work.NONE,
                List.of(),
                FollowUps.NONE,
                null,
                List.of(),
                Ownership.NONE,
                Links.NONE,
                Typology.UNKNOWN,
                null);
    }

    /// Earlier versions did not store it.
    private static Ownership orNone(@Nullable Ownership stored) {
        return stored == null ? Ownership.NONE : stored;
    }

    /// @throws IllegalArgumentException when the event is not the next one of this complaint
    public Complaint evolve(RecordedEvent event) {
        if (event.version() != version + 1 || !event.complaintId().equals(id)) {
            throw new IllegalArgumentException(
                    "Event %s does not follow %s:%d; fold the log of one complaint in its order"
                            .formatted(event.messageId(), id, version));
        }
        return new Fold(this).after(event);
    }

    /// As it would be after these events, if they happened on that occasion.
    public Complaint after(List<ComplaintEvent> events, Occasion occasion) {
        Complaint after = this;
        for (ComplaintEvent event : events) {
            after =
                    after.evolve(
                            new RecordedEvent(
                                    id,
                                    after.version + 1,
                                    occasion.at(),
                                    occasion.actor(),
                                    null,
                                    event));
        }
        return after;
    }

    public boolean exists() {
        return version > 0;
    }

    /// Whether another complaint stands for it.
    public boolean isMerged() {
        return status == Status.MERGED;
    }

    /// What time will wish next, under the policies in force.
    public Optional<Timer> nextTimer(Policies policies) {
        return new Timers(this, policies).next();
    }

    /// When the next running clock is due; paused ones are not.
    public Optional<Instant> nextDue() {
        return clocks.stream()
                .filter(clock -> !clock.isPaused())
                .map(RunningClock::dueAt)
                .min(Instant::compareTo);
    }

    @Nullable Waiting waitsFor() {
        return waiting == null ? null : new Waiting(waiting, waitingBegunBy);
    }

    Optional<RunningClock> clock(ClockName name) {
        for (RunningClock clock : clocks) {
            if (clock.clock().equals(name)) {
                return Optional.of(clock);
            }
        }
        return Optional.empty();
    }

    Optional<Promise> promise(PromiseId wanted) {
        return promises.stream().filter(promise -> promise.id().equals(wanted)).findFirst();
    }

    List<PriorityFactor> factors() {
        return priority == null ? List.of() : priority.factors();
    }
}
