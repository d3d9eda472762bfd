package amends.workflow.complaint;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent.ComplaintHandedOver;
import amends.contracts.complaint.ComplaintEvent.ComplaintReoffered;
import amends.contracts.complaint.ComplaintEvent.CustomerSentRound;
import amends.contracts.complaint.ReofferReason;
import amends.contracts.routing.PoolName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Through whose hands a complaint has gone.
///
/// @param earlier whoever had it, the latest last, at most [#MOST_KNOWN]
/// @param handovers how often somebody handed it over
/// @param returns how many of them were back to its queue
/// @param askedFirst who had it last and is asked first, while it waits again
/// @param sentRound whether its customer was sent round in circles
/// @param instead who would have got it then
/// @param handed whether its owner got it from somebody instead of from its line
/// @param keptIn the pool where it waits for room with whom it was handed over to
public record Ownership(
        List<AgentId> earlier,
        int handovers,
        int returns,
        @Nullable AgentId askedFirst,
        boolean sentRound,
        @Nullable AgentId instead,
        boolean handed,
        @Nullable PoolName keptIn) {

    static final int MOST_KNOWN = 50;
    static final Ownership NONE = new Ownership(List.of(), 0, 0, null, false, null, false, null);

    public Ownership {
        earlier = List.copyOf(earlier);
    }

    boolean had(AgentId agent) {
        return earlier.contains(agent);
    }

    Ownership assigned(AgentId agent) {
        return new Ownership(with(agent), handovers, returns, null, sentRound, null, false, null);
    }

    /// Giving one to somebody whom nobody had is no handover.
    Ownership after(ComplaintHandedOver event) {
        boolean real = event.from() != null;
        return new Ownership(
                event.to() == null ? earlier : with(event.to()),
                handovers + (real ? 1 : 0),
                returns + (real && event.to() == null ? 1 : 0),
                null,
                sentRound,
                instead,
                event.to() != null,
                null);
    }

    /// Who could not have it is not counted among those who had it. It goes on waiting where he is
    /// only when he will have room.
    ///
    /// @param pool in which it is
    Ownership after(ComplaintReoffered event, @Nullable PoolName pool) {
        boolean had =
                switch (event.reason()) {
                    case REOPENED, OWNER_GONE -> true;
                    case NOT_THERE, NO_ROOM, LACKS_SKILL -> false;
                };
        return new Ownership(
                had ? earlier : without(event.from()),
                handovers,
                returns,
                event.reason() == ReofferReason.LACKS_SKILL ? null : event.from(),
                sentRound,
                instead,
                false,
                event.reason() == ReofferReason.NO_ROOM ? pool : null);
    }

    Ownership after(CustomerSentRound event) {
        return new Ownership(earlier, handovers, returns, null, true, event.instead(), false, null);
    }

    private List<AgentId> without(AgentId agent) {
        return earlier.stream().filter(each -> !each.equals(agent)).toList();
    }

    private List<AgentId> with(AgentId agent) {
        List<AgentId> all = new ArrayList<>(earlier);
        all.remove(agent);
        all.add(agent);
        return all.subList(Math.max(0, all.size() - MOST_KNOWN), all.size());
    }
}
