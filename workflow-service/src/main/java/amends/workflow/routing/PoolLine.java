package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.Outcome.WhyNothing;
import amends.contracts.complaint.ReofferReason;
import amends.contracts.routing.DispatchEvent;
import amends.contracts.routing.Needed;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.Presence;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The line before one pool, and who gets what. One writer per pool; all state is in its
/// [LineStore], so that the cost of an event grows with the number of agents and lanes and not with
/// the number waiting.
///
/// A complaint that was given counts against the agent's capacity at once and is not given again;
/// it leaves that state when it is taken, left or waits anew after having been taken.
public final class PoolLine {

    private final Moment moment;
    private final Staff staff;
    private final LineEntries entries;
    private final List<Reoffering> misplaced = new ArrayList<>();
    private Roster saved;
    private Roster roster;

    /// A line as it stands in the store; an empty store is an empty line.
    public PoolLine(PoolName pool, LineStore store, Moment moment) {
        this.moment = moment;
        staff = Staff.of(pool, moment);
        entries = new LineEntries(store);
        saved = entries.roster();
        roster = saved;
    }

    /// Takes an event in and says who gets what because of it. An agent's wish is answered by
    /// [#next].
    public List<Assignment> take(DispatchEvent event) {
        switch (event) {
            case DispatchEvent.ComplaintWaits e -> waits(e);
            case DispatchEvent.ComplaintTaken e -> taken(e);
            case DispatchEvent.ComplaintLeft e -> forget(e.complaint(), entries.of(e.complaint()));
            case DispatchEvent.AgentPresenceChanged e ->
                    roster = roster.with(e.agent(), desk -> desk.with(presence(e)));
            case DispatchEvent.NextWished ignored -> {}
        }
        return assignments();
    }

    /// Gives out what can be given, the longest-deserving first; also of use after time passed or
    /// the policy changed.
    public List<Assignment> assignments() {
        List<Assignment> given = new ArrayList<>();
        giveAll(given);
        if (keepNoLonger()) {
            giveAll(given);
        }
        save();
        return given;
    }

    /// Gives one who asks the longest-deserving that he can take.
    public Next next(AgentId id) {
        Optional<Agent> asking = staff.named(id).filter(agent -> staff.isThere(agent, roster));
        if (asking.isEmpty()) {
            return new Next.Nothing(WhyNothing.NOT_THERE);
        }
        Agent agent = asking.get();
        if (roster.desk(id).load() >= agent.capacity()) {
            return new Next.Nothing(WhyNothing.NO_ROOM);
        }
        Optional<Assignment> given =
                next(lane -> asking.filter(one -> staff.mayTake(one, lane, roster)));
        save();
        return given.<Next>map(Next.Given::new).orElseGet(() -> new Next.Nothing(whyNothing()));
    }

    private WhyNothing whyNothing() {
        return roster.lanes().stream().allMatch(lane -> entries.first(lane) == null)
                ? WhyNothing.NOTHING_WAITS
                : WhyNothing.NOTHING_FOR_HIM;
    }

    /// Whose complaints are to be offered to others now, because he has been gone for too long.
    /// Each is told once.
    public List<Reoffering> reofferings() {
        Absences absences = new Absences(staff, entries);
        roster = absences.noted(roster);
        List<Reoffering> due = absences.due(roster);
        save();
        return due;
    }

    /// What was handed over, by the events that this line took in, to people who can't have it now.
    public List<Reoffering> misplaced() {
        return List.copyOf(misplaced);
    }

    /// How the agents of the pool stand, in the policy's order.
    public List<AgentStanding> agents() {
        return staff.agents().stream()
                .map(
                        agent ->
                                new AgentStanding(
                                        agent,
                                        staff.presence(agent, roster),
                                        moment.isOnShift(agent),
                                        roster.desk(agent.id())))
                .toList();
    }

    private void save() {
        if (!roster.equals(saved)) {
            entries.put(roster);
            saved = roster;
        }
    }

    // What happened

    private static Presence presence(DispatchEvent.AgentPresenceChanged event) {
        if (event.presence() != null) {
            return event.presence();
        }
        return event.present() ? Presence.PRESENT : Presence.OFFLINE;
    }

    private void waits(DispatchEvent.ComplaintWaits event) {
        Whereabouts known = entries.of(event.complaint());
        if (known != null && known.isOnItsWay()) {
            return;
        }
        forget(event.complaint(), known);
        add(event.complaint(), new Placing(staff, entries).place(event, known));
    }

    private void add(ComplaintId complaint, Whereabouts waiting) {
        entries.add(complaint, waiting);
        if (waiting.lane() != null) {
            roster = roster.withLane(waiting.lane());
        }
    }

    private void taken(DispatchEvent.ComplaintTaken event) {
        Whereabouts known = entries.of(event.complaint());
        boolean expected = known != null && event.agent().equals(known.agent());
        forget(event.complaint(), known);
        ChannelKind kind = moment.policy().kind(event.channel());
        boolean misplaced = !expected && isMisplaced(event, kind);
        entries.add(event.complaint(), Whereabouts.taken(event.agent(), kind, event.queue()));
        roster =
                expected || misplaced
                        ? roster.with(event.agent(), desk -> desk.loaded(kind, 1))
                        : served(event.agent(), kind);
        if (event.customer() != null && !misplaced) {
            entries.knows(event.agent(), event.customer());
        }
    }

    private boolean isMisplaced(DispatchEvent.ComplaintTaken event, ChannelKind kind) {
        Needed needed = event.handedOver();
        if (needed == null) {
            return false;
        }
        Lane needs = new Lane(needed.skills(), null, needed.levels(), kind, null);
        Optional<ReofferReason> why = staff.objection(event.agent(), needs, roster);
        why.map(reason -> new Reoffering(event.complaint(), event.agent(), reason))
                .ifPresent(misplaced::add);
        return why.isPresent();
    }

    private Roster served(AgentId agent, ChannelKind kind) {
        return roster.served(agent, kind, moment.now(), moment.policy().fairness().halfLife());
    }

    private void forget(ComplaintId complaint, @Nullable Whereabouts known) {
        if (known == null) {
            return;
        }
        entries.remove(complaint, known);
        if (known.agent() != null) {
            roster = roster.with(known.agent(), desk -> desk.loaded(known.countedAs(), -1));
        }
    }

    // Who gets what

    private record Head(Lane lane, String rank, Agent agent) {}

    private void giveAll(List<Assignment> given) {
        Function<Lane, Optional<Agent>> free = lane -> staff.free(lane, roster);
        for (Optional<Assignment> next = next(free); next.isPresent(); next = next(free)) {
            given.add(next.get());
        }
    }

    private Optional<Assignment> next(Function<Lane, Optional<Agent>> taker) {
        Optional<Head> first =
                roster.lanes().stream()
                        .flatMap(lane -> taker.apply(lane).flatMap(who -> head(lane, who)).stream())
                        .min(Comparator.comparing(Head::rank));
        return first.map(this::give);
    }

    /// The first of a lane, for somebody who can take it. Whether anybody can is asked before: it
    /// costs no look into the store.
    private Optional<Head> head(Lane lane, Agent agent) {
        String rank = entries.first(lane);
        if (rank == null) {
            roster = roster.withoutLane(lane);
            return Optional.empty();
        }
        return Optional.of(new Head(lane, rank, agent));
    }

    private Assignment give(Head head) {
        ComplaintId complaint = Lane.complaint(head.rank());
        AgentId agent = head.agent().id();
        forget(complaint, entries.of(complaint));
        entries.add(complaint, Whereabouts.given(agent, head.lane().kind()));
        roster = served(agent, head.lane().kind());
        return new Assignment(complaint, agent);
    }

    /// Lets others have what was kept for one agent for long enough.
    private boolean keepNoLonger() {
        boolean any = false;
        ComplaintId complaint = entries.drawKept(moment.now());
        while (complaint != null) {
            Whereabouts kept = entries.of(complaint);
            if (kept != null && kept.lane() != null && kept.rank() != null) {
                entries.remove(complaint, kept);
                add(complaint, Whereabouts.waiting(kept.lane().forAll(), kept.rank(), null));
            }
            any = true;
            complaint = entries.drawKept(moment.now());
        }
        return any;
    }
}
