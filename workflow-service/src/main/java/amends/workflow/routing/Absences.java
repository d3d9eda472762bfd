package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ReofferReason;
import amends.contracts.routing.QueueName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Who of a pool is gone, and whose complaints must not wait for him any longer.
record Absences(Staff staff, LineEntries entries) {

    private static final int MOST_AT_ONCE = 200;

    /// The roster with the instants at which people were seen to be gone.
    Roster noted(Roster roster) {
        Roster noted = roster;
        for (AgentId agent : roster.desks().keySet()) {
            noted = noted.with(agent, desk -> desk.goneSince(goneSince(agent, roster)));
        }
        return noted;
    }

    private @Nullable Instant goneSince(AgentId agent, Roster roster) {
        if (!staff.isGone(agent, roster)) {
            return null;
        }
        Instant known = roster.desk(agent).goneSince();
        return known == null ? staff.moment().now() : known;
    }

    List<Reoffering> due(Roster roster) {
        List<Reoffering> due = new ArrayList<>();
        roster.desks()
                .forEach(
                        (agent, desk) -> {
                            if (desk.load() > 0 && desk.goneSince() != null) {
                                draw(agent, desk.goneSince(), due);
                            }
                        });
        return due;
    }

    private void draw(AgentId agent, Instant goneSince, List<Reoffering> due) {
        for (QueueName queue : staff.moment().policy().queues()) {
            ComplaintId next = isTooLong(goneSince, queue) ? entries.drawOwn(agent, queue) : null;
            while (next != null) {
                due.add(new Reoffering(next, agent, ReofferReason.OWNER_GONE));
                next = due.size() < MOST_AT_ONCE ? entries.drawOwn(agent, queue) : null;
            }
        }
    }

    private boolean isTooLong(Instant goneSince, QueueName queue) {
        return staff.moment()
                .policy()
                .protocol(queue)
                .reofferAfter()
                .filter(after -> !staff.moment().now().isBefore(goneSince.plus(after)))
                .isPresent();
    }
}
