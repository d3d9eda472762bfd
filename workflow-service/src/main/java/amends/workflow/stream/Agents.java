package amends.workflow.stream;

import amends.contracts.complaint.AgentId;
import amends.contracts.routing.DispatchEvent.AgentPresenceChanged;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.Presence;
import amends.contracts.routing.RecordedDispatch;
import amends.contracts.wire.Topics;
import amends.workflow.policy.Policies;
import amends.workflow.routing.AgentStanding;
import amends.workflow.routing.Moment;
import amends.workflow.routing.Pool;
import amends.workflow.routing.PoolLine;
import amends.workflow.routing.RoutingPolicy;

import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Who is there and who has how much, as the dispatchers of this instance know it.
public final class Agents {

    private final ComplaintStreams streams;
    private final PolicyBook policies;
    private final Publisher publisher;
    private final Clock clock;

    Agents(ComplaintStreams streams, PolicyBook policies, Publisher publisher, Clock clock) {
        this.streams = streams;
        this.policies = policies;
        this.publisher = publisher;
        this.clock = clock;
    }

    /// The agents of some pools.
    public Map<PoolName, List<AgentStanding>> byPool(Predicate<Pool> wanted) {
        ReadOnlyKeyValueStore<String, byte[]> lines =
                streams.streams()
                        .store(
                                StoreQueryParameters.fromNameAndType(
                                        DispatchProcessor.LINES,
                                        QueryableStoreTypes.<String, byte[]>keyValueStore()));
        RoutingPolicy routing = policies.current().routing();
        return routing.pools().stream()
                .filter(wanted)
                .map(Pool::pool)
                .collect(Collectors.toMap(Function.identity(), pool -> standing(pool, lines)));
    }

    private List<AgentStanding> standing(
            PoolName pool, ReadOnlyKeyValueStore<String, byte[]> lines) {
        Policies current = policies.current();
        Moment moment = new Moment(clock.instant(), current.routing(), current.calendars());
        return new PoolLine(pool, new ReadOnlyLine(lines, pool), moment).agents();
    }

    /// The pools that have such an agent, in the policy's order.
    public List<PoolName> poolsOf(AgentId agent) {
        return policies.current().routing().pools().stream()
                .filter(pool -> has(pool, agent))
                .map(Pool::pool)
                .toList();
    }

    /// Tells the dispatcher of each of the agent's pools. False: no pool has such an agent.
    public boolean changePresence(AgentId agent, Presence presence) {
        List<CompletableFuture<?>> told =
                poolsOf(agent).stream()
                        .map(pool -> change(pool, agent, presence))
                        .<CompletableFuture<?>>map(
                                change -> publisher.send(Topics.DISPATCH.record(change)))
                        .toList();
        told.forEach(CompletableFuture::join);
        return !told.isEmpty();
    }

    private static boolean has(Pool pool, AgentId agent) {
        return pool.agents().stream().anyMatch(each -> each.id().equals(agent));
    }

    private RecordedDispatch change(PoolName pool, AgentId agent, Presence presence) {
        return new RecordedDispatch(
                pool,
                clock.instant(),
                new AgentPresenceChanged(agent, presence == Presence.PRESENT, presence));
    }
}
