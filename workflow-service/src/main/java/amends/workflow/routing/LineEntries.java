package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.CustomerId;
import amends.contracts.name.Crockford;
import amends.contracts.routing.QueueName;
import amends.contracts.wire.Wire;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// What a [PoolLine] keeps in its store, and under which keys:
///
/// - `roster`
/// - `at/<complaint>`: its [Whereabouts]
/// - `in/<lane>/<rank>`: a place in a lane
/// - `kept/<until><complaint>`: waits for one agent until then
/// - `own/<agent and queue>/<complaint>`: taken by him
/// - `of/<customer>`: who took the customer's latest complaint
final class LineEntries {

    private static final String ROSTER = "roster";
    private static final String AT = "at/";
    private static final String IN = "in/";
    private static final String KEPT = "kept/";
    private static final String OWN = "own/";
    private static final String OF = "of/";
    private static final int INSTANT_LENGTH = 14;
    private static final int NAME_LENGTH = 12;
    private static final byte[] NOTHING = "1".getBytes(StandardCharsets.US_ASCII);

    private final LineStore store;

    LineEntries(LineStore store) {
        this.store = store;
    }

    Roster roster() {
        byte[] saved = store.get(ROSTER);
        return saved == null ? Roster.EMPTY : Wire.read(saved, Roster.class);
    }

    void put(Roster roster) {
        store.put(ROSTER, Wire.write(roster));
    }

    @Nullable Whereabouts of(ComplaintId complaint) {
        byte[] saved = store.get(AT + complaint);
        return saved == null ? null : Wire.read(saved, Whereabouts.class);
    }

    /// Adds a complaint where it stands now.
    void add(ComplaintId complaint, Whereabouts where) {
        store.put(AT + complaint, Wire.write(where));
        if (where.lane() != null) {
            store.put(place(where), NOTHING);
        }
        if (where.keptUntil() != null) {
            store.put(kept(complaint, where.keptUntil()), NOTHING);
        }
        if (where.taken() && where.agent() != null && where.queue() != null) {
            store.put(own(where.agent(), where.queue()) + complaint, NOTHING);
        }
    }

    /// Takes a complaint away from where it stood.
    void remove(ComplaintId complaint, Whereabouts where) {
        store.delete(AT + complaint);
        if (where.lane() != null) {
            store.delete(place(where));
        }
        if (where.keptUntil() != null) {
            store.delete(kept(complaint, where.keptUntil()));
        }
        if (where.taken() && where.agent() != null && where.queue() != null) {
            store.delete(own(where.agent(), where.queue()) + complaint);
        }
    }

    /// The rank of the first in a lane.
    @Nullable String first(Lane lane) {
        String prefix = lane(lane);
        String key = store.first(prefix);
        return key == null ? null : key.substring(prefix.length());
    }

    /// Draws a complaint that need not be kept for anybody any more; it is not drawn again.
    @Nullable ComplaintId drawKept(Instant now) {
        String key = store.first(KEPT);
        if (key == null || key.compareTo(KEPT + millis(now.plusMillis(1))) >= 0) {
            return null;
        }
        store.delete(key);
        return new ComplaintId(key.substring(KEPT.length() + INSTANT_LENGTH));
    }

    /// Draws one of the complaints of a queue that an agent has; it is not drawn again.
    @Nullable ComplaintId drawOwn(AgentId agent, QueueName queue) {
        String prefix = own(agent, queue);
        String key = store.first(prefix);
        if (key == null) {
            return null;
        }
        store.delete(key);
        return new ComplaintId(key.substring(prefix.length()));
    }

    @Nullable AgentId agentOf(CustomerId customer) {
        byte[] saved = store.get(OF + customer);
        return saved == null ? null : new AgentId(new String(saved, StandardCharsets.UTF_8));
    }

    void knows(AgentId agent, CustomerId customer) {
        store.put(OF + customer, agent.value().getBytes(StandardCharsets.UTF_8));
    }

    private static String place(Whereabouts where) {
        return where.lane() == null ? IN : lane(where.lane()) + where.rank();
    }

    private static String lane(Lane lane) {
        return IN + lane.name() + "/";
    }

    private static String kept(ComplaintId complaint, Instant until) {
        return KEPT + millis(until) + complaint;
    }

    private static String own(AgentId agent, QueueName queue) {
        return OWN + Crockford.hash(NAME_LENGTH, agent.value(), queue.value()) + "/";
    }

    private static String millis(Instant instant) {
        return "%014d".formatted(Math.max(0, instant.toEpochMilli()));
    }
}
