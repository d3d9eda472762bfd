package amends.workflow.complaint;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent.ComplaintHandedOver;
import amends.contracts.complaint.ComplaintEvent.CustomerSentRound;

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
public record Ownership(
        List<AgentId> earlier,
        int handovers,
        int returns,
        @Nullable AgentId askedFirst,
        boolean sentRound,
        @Nullable AgentId instead) {

    static final int MOST_KNOWN = 50;
    static final Ownership NONE = new Ownership(List.of(), 0, 0, null, false, null);

    public Ownership {
        earlier = List.copyOf(earlier);
    }

    boolean had(AgentId agent) {
        return earlier.contains(agent);
    }

    Ownership assigned(AgentId agent) {
        return new Ownership(with(agent), handovers, returns, null, sentRound, null);
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
                instead);
    }

    Ownership reoffered(AgentId from) {
        return new Ownership(earlier, handovers, returns, from, sentRound, instead);
    }

    Ownership after(CustomerSentRound event) {
        return new Ownership(earlier, handovers, returns, null, true, event.instead());
    }

    private List<AgentId> with(AgentId agent) {
        List<AgentId> all = new ArrayList<>(earlier);
        all.remove(agent);
        all.add(agent);
        return all.subList(Math.max(0, all.size() - MOST_KNOWN), all.size());
    }
}
