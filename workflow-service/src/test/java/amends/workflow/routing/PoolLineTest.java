package amends.workflow.routing;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.name.Crockford;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.routing.DispatchEvent;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.Skill;
import amends.contracts.wire.Wire;
import amends.workflow.sla.Calendars;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// The line before a pool: nobody over capacity, nothing twice, the longest-deserving first.
class PoolLineTest {

    private static final PoolName POOL = new PoolName("service");
    private static final Instant SINCE = Instant.parse("2026-11-09T01:00:00Z");
    private static final Spec JA = agent("ja", 2, "lang:ja");
    private static final Spec EN = agent("en", 2, "lang:en");
    private static final Spec BOTH = agent("both", 4, "lang:ja", "lang:en");

    private record Spec(String id, int capacity, List<String> skills) {}

    private final MapStore store = new MapStore();
    private RoutingPolicy policy = policy(true, JA, EN, BOTH);

    @Test
    void anAgentWithTheSkillAndTheMostRoomGetsIt() {
        assertThat(take(waits("a", "lang:ja", 0))).containsExactly(given("a", "both"));
        assertThat(take(waits("b", "lang:ja", 0))).containsExactly(given("b", "ja"));
        assertThat(take(waits("c", "lang:en", 0))).containsExactly(given("c", "en"));
    }

    @Test
    void whatWasGivenIsNotGivenAgain() {
        take(waits("a", "lang:ja", 0));
        assertThat(take(waits("a", "lang:ja", 90))).as("its priority rose meanwhile").isEmpty();
        assertThat(take(taken("a", "both"))).isEmpty();
    }

    @Test
    void overCapacityNobodyGetsAnything() {
        policy = policy(true, JA);
        take(waits("a", "lang:ja", 0));
        take(waits("b", "lang:ja", 0));
        assertThat(take(waits("c", "lang:ja", 0))).isEmpty();
        take(taken("a", "ja"));
        assertThat(take(left("a"))).containsExactly(given("c", "ja"));
    }

    @Test
    void theLongestDeservingGoesFirst() {
        policy = policy(false, JA);
        take(waits("late", "lang:ja", 10, SINCE.plusSeconds(50), SINCE));
        take(waits("urgent", "lang:ja", 90, null, SINCE.plusSeconds(60)));
        take(waits("due-soon", "lang:ja", 10, SINCE.plusSeconds(40), SINCE.plusSeconds(60)));
        take(waits("raised", "lang:ja", 5));
        take(waits("raised", "lang:ja", 50));
        assertThat(take(present("ja", true)))
                .containsExactly(given("urgent", "ja"), given("raised", "ja"));
        take(left("urgent"));
        assertThat(take(left("raised")))
                .as("room for one came with the one before")
                .containsExactly(given("late", "ja"));
    }

    @Test
    void fullAgentsOfOneSkillDoNotBlockTheOthers() {
        policy = policy(true, JA, EN);
        for (int i = 0; i < 100; i++) {
            take(waits("ja" + i, "lang:ja", 90));
        }
        assertThat(take(waits("en", "lang:en", 0))).containsExactly(given("en", "en"));
    }

    @Test
    void whoIsAwayGetsNothing() {
        take(present("ja", false));
        take(present("both", false));
        assertThat(take(waits("a", "lang:ja", 0))).isEmpty();
        assertThat(take(present("ja", true))).containsExactly(given("a", "ja"));
    }

    @Test
    void handedBackGoesToSomebodyElse() {
        take(waits("a", "lang:ja", 0));
        take(taken("a", "both"));
        assertThat(take(waits("a", "lang:ja", 0))).containsExactly(given("a", "ja"));
    }

    @Test
    void handedBackComesBackWhenNobodyElseCan() {
        policy = policy(true, JA);
        take(waits("a", "lang:ja", 0));
        take(taken("a", "ja"));
        assertThat(take(waits("a", "lang:ja", 0))).containsExactly(given("a", "ja"));
    }

    @Test
    void somebodyElseMayTakeIt() {
        policy = policy(true, JA);
        take(waits("a", "lang:ja", 0));
        take(waits("b", "lang:ja", 0));
        take(waits("c", "lang:ja", 0));
        assertThat(take(taken("a", "en"))).as("room again").containsExactly(given("c", "ja"));
    }

    @Test
    void aNewAgentInThePolicyGetsWhatWaits() {
        policy = policy(true, EN);
        take(waits("a", "lang:ja", 0));
        policy = policy(true, EN, JA);
        assertThat(line().assignments()).containsExactly(given("a", "ja"));
    }

    @Test
    void loadIsSpread() {
        policy = policy(true, agent("x", 50), agent("y", 50), agent("z", 100));
        Map<AgentId, Integer> got = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            take(waits("c" + i, null, 0)).forEach(a -> got.merge(a.agent(), 1, Integer::sum));
        }
        assertThat(got)
                .containsOnly(
                        Map.entry(new AgentId("x"), 25),
                        Map.entry(new AgentId("y"), 25),
                        Map.entry(new AgentId("z"), 50));
    }

    @Test
    void chanceNeverOverloadsOrGivesTwice() {
        Random random = new Random(7);
        List<Spec> agents = List.of(JA, EN, BOTH);
        Map<ComplaintId, AgentId> holders = new HashMap<>();
        Set<ComplaintId> waiting = new HashSet<>();
        int assigned = 0;
        for (int i = 0; i < 30_000; i++) {
            String name = "c" + random.nextInt(40);
            DispatchEvent event =
                    switch (random.nextInt(6)) {
                        case 0, 1 ->
                                waits(
                                        name,
                                        random.nextBoolean() ? "lang:ja" : "lang:en",
                                        random.nextInt(99));
                        case 2 -> left(name);
                        case 3 ->
                                present(agents.get(random.nextInt(3)).id(), random.nextInt(3) > 0);
                        default ->
                                holders.containsKey(id(name))
                                        ? taken(name, holders.get(id(name)).value())
                                        : left(name);
                    };
            if (event instanceof DispatchEvent.ComplaintLeft) {
                holders.remove(id(name));
                waiting.remove(id(name));
            }
            if (event instanceof DispatchEvent.ComplaintWaits && !holders.containsKey(id(name))) {
                waiting.add(id(name));
            }
            boolean back = event instanceof DispatchEvent.ComplaintWaits && isTaken(name);
            if (back) {
                holders.remove(id(name));
                waiting.add(id(name));
            }
            for (Assignment given : take(event)) {
                assigned++;
                assertThat(waiting.remove(given.complaint())).as("step %s: it waited", i).isTrue();
                assertThat(holders.put(given.complaint(), given.agent())).as("step %s", i).isNull();
            }
            for (Spec agent : agents) {
                assertThat(
                                holders.values().stream()
                                        .filter(new AgentId(agent.id())::equals)
                                        .count())
                        .as("step %s: load of %s", i, agent)
                        .isLessThanOrEqualTo(agent.capacity());
            }
        }
        assertThat(assigned).isGreaterThan(1_000);
    }

    @Test
    void anEventCostsTheSameWhateverTheLength() {
        policy = policy(false, JA);
        for (int i = 0; i < 50_000; i++) {
            take(waits("c" + i, "lang:ja", i % 100));
        }
        store.forgetCounts();
        assertThat(take(present("ja", true))).hasSize(2);
        take(waits("another", "lang:ja", 3));
        assertThat(store.asked()).isLessThan(40);
    }

    private boolean isTaken(String name) {
        byte[] saved = store.get("at/" + id(name));
        return saved != null && Wire.read(saved, Whereabouts.class).taken();
    }

    private List<Assignment> take(DispatchEvent event) {
        return line().take(event);
    }

    private PoolLine line() {
        return new PoolLine(POOL, store, new Moment(SINCE, policy, new Calendars(Map.of())));
    }

    private static ComplaintId id(String name) {
        return new ComplaintId(Crockford.hash(12, name));
    }

    private static Assignment given(String complaint, String agent) {
        return new Assignment(id(complaint), new AgentId(agent));
    }

    private static DispatchEvent waits(String name, @Nullable String skill, int score) {
        return waits(name, skill, score, null, SINCE);
    }

    private static DispatchEvent waits(
            String name, @Nullable String skill, int score, @Nullable Instant due, Instant since) {
        TreeSet<Skill> skills = new TreeSet<>();
        if (skill != null) {
            skills.add(new Skill(skill));
        }
        return new DispatchEvent.ComplaintWaits(
                id(name),
                new QueueName("general"),
                skills,
                score,
                due,
                since,
                null,
                null,
                null,
                null);
    }

    private static DispatchEvent taken(String name, String agent) {
        return new DispatchEvent.ComplaintTaken(id(name), new AgentId(agent), null, null, null);
    }

    private static DispatchEvent left(String name) {
        return new DispatchEvent.ComplaintLeft(id(name));
    }

    private static DispatchEvent present(String agent, boolean there) {
        return new DispatchEvent.AgentPresenceChanged(new AgentId(agent), there, null);
    }

    private static Spec agent(String id, int capacity, String... skills) {
        return new Spec(id, capacity, List.of(skills));
    }

    private static RoutingPolicy policy(boolean presentByDefault, Spec... agents) {
        Map<String, Object> body =
                Map.of(
                        "rules",
                        List.of(Map.of("rule", "all", "queue", "general", "pool", "service")),
                        "languageSkills",
                        Map.of(),
                        "pools",
                        List.of(Map.of("pool", "service", "agents", List.of(agents))),
                        "presentByDefault",
                        presentByDefault);
        return RoutingPolicy.parse(
                new PublishedPolicy(
                        PolicyVersion.parse("routing@1"),
                        SINCE,
                        Actor.automation("test"),
                        Wire.mapper().valueToTree(body)));
    }
}
