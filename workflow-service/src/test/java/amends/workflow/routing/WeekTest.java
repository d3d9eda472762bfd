package amends.workflow.routing;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.AgentId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.routing.DispatchEvent.ComplaintLeft;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;
import amends.workflow.priority.News;
import amends.workflow.priority.PriorityPolicy;
import amends.workflow.priority.Standing;
import amends.workflow.words.Said;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A week of one pool, minute by minute, under the shipped priorities: customers of all tiers, with
/// somewhat more work than the agents can do. The longest wait of each tier is printed.
class WeekTest {

    private static final Policies SHIPPED = Policies.parse(ShippedPolicies.load());
    private static final String SHIPPED_FAIRNESS =
            "fairness: {pointIsWorth: %s}"
                    .formatted(SHIPPED.routing().fairness().pointIsWorth().orElseThrow());
    private static final String NOTHING_RAISES = "";

    /// Waits may last as long as the work left over at the end of the week and the nights and the
    /// weekend in between; but nobody's is a multiple of the others'.
    private static final Duration LONGEST = Duration.ofHours(80);

    private static final int MINUTES = 7 * 24 * 60;
    private static final double ARRIVALS_A_MINUTE = 0.184;
    private static final double MINUTES_OF_WORK = 15;
    private static final List<String> TEXTS =
            List.of(
                    "It broke",
                    "It broke again",
                    "The bill is wrong",
                    "It came late",
                    "This is unacceptable",
                    "I will call my lawyer",
                    "It would be great if it were blue");

    /// One customer's complaint and its way through the pool.
    private record Passage(Waiting waiting, String tier, String text, Instant since) {}

    private final Random random = new Random(7);
    private final Map<String, Passage> waiting = new HashMap<>();
    private final Map<AgentId, Deque<String>> tables = new HashMap<>();
    private final Map<AgentId, Double> minutesLeft = new HashMap<>();
    private final TreeMap<String, List<Duration>> waits = new TreeMap<>();
    private int came;

    @Test
    void nobodyStarvesAndVipsAreServedFirst() {
        Map<String, List<Duration>> tiers = week(SHIPPED_FAIRNESS);
        print("waiting raises", tiers);
        assertThat(tiers).hasSize(3);
        tiers.forEach(
                (tier, each) ->
                        assertThat(each.getLast()).as("longest of %s", tier).isLessThan(LONGEST));
        assertThat(median(tiers, "vip")).isLessThan(median(tiers, "premium"));
        assertThat(median(tiers, "premium")).isLessThan(median(tiers, "standard"));
    }

    @Test
    void withoutRaisingSomebodyWouldStarve() {
        Map<String, List<Duration>> tiers = week(NOTHING_RAISES);
        print("nothing raises", tiers);
        assertThat(tiers.get("standard").getLast()).isGreaterThan(LONGEST);
    }

    private Map<String, List<Duration>> week(String fairness) {
        Team team = team(fairness).after(Duration.ofHours(-9)); // Monday, 00:00
        for (int minute = 0; minute < MINUTES; minute++) {
            team.after(Duration.ofMinutes(1));
            seat(team, team.looksAround());
            if (random.nextDouble() < rate(team.now())) {
                arrive(team);
            }
            work(team);
        }
        waiting.forEach((name, each) -> waited(each, team.now()));
        waits.values().forEach(each -> each.sort(null));
        return waits;
    }

    private static Team team(String fairness) {
        List<String> agents = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            agents.add("{id: early%d, capacity: 2, shift: calendar.early}".formatted(i));
            agents.add("{id: late%d, capacity: 2, shift: calendar.late}".formatted(i));
        }
        agents.add("{id: weekend0, capacity: 2, shift: calendar.weekend}");
        agents.add("{id: weekend1, capacity: 2, shift: calendar.weekend}");
        return new Team(fairness, agents.toArray(String[]::new))
                .withCalendar("calendar.early", "06:00-14:00")
                .withCalendar("calendar.late", "13:00-21:00")
                .withCalendar(
                        "calendar.weekend",
                        "08:00-18:00",
                        EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    /// Three times as many by day as by night.
    private static double rate(Instant now) {
        long hour = Math.floorMod(now.getEpochSecond() / 3600, 24L);
        return ARRIVALS_A_MINUTE * (hour >= 7 && hour < 22 ? 1.27 : 0.55);
    }

    private void arrive(Team team) {
        String name = "c" + came++;
        double luck = random.nextDouble();
        String tier = luck < 0.15 ? "vip" : luck < 0.4 ? "premium" : "standard";
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        Waiting told = Waiting.complaint(name, team.now()).score(score(tier, text, Duration.ZERO));
        waiting.put(name, new Passage(told, tier, text, team.now()));
        seat(team, team.hears(told));
    }

    private static int score(String tier, String text, Duration waited) {
        PriorityPolicy policy = SHIPPED.priority();
        Standing standing = new Standing(new CustomerTier(tier), 1, 0, waited);
        return policy.assess(News.of(Said.of(text)), standing, List.of()).score();
    }

    private void seat(Team team, List<Assignment> given) {
        for (Assignment each : given) {
            String name = name(each);
            waited(waiting.remove(name), team.now());
            tables.computeIfAbsent(each.agent(), agent -> new ArrayDeque<>()).add(name);
        }
    }

    private String name(Assignment given) {
        return waiting.keySet().stream()
                .filter(name -> Waiting.id(name).equals(given.complaint()))
                .findFirst()
                .orElseThrow();
    }

    private void waited(Passage passage, Instant until) {
        waits.computeIfAbsent(passage.tier(), tier -> new ArrayList<>())
                .add(Duration.between(passage.since(), until));
    }

    /// Each works on one at a time while his shift lasts.
    private void work(Team team) {
        for (AgentStanding agent : team.line().agents()) {
            AgentId id = agent.agent().id();
            Deque<String> table = tables.getOrDefault(id, new ArrayDeque<>());
            if (!agent.onShift() || table.isEmpty()) {
                continue;
            }
            double left = minutesLeft.computeIfAbsent(id, who -> minutesOfWork()) - 1;
            minutesLeft.put(id, left);
            if (left <= 0) {
                minutesLeft.remove(id);
                seat(team, team.hears(new ComplaintLeft(Waiting.id(table.poll()))));
            }
        }
    }

    private double minutesOfWork() {
        return -Math.log(1 - random.nextDouble()) * MINUTES_OF_WORK;
    }

    private static Duration median(Map<String, List<Duration>> tiers, String tier) {
        return tiers.get(tier).get(tiers.get(tier).size() / 2);
    }

    private static void print(String title, Map<String, List<Duration>> tiers) {
        System.out.printf("%s: %-9s %6s %8s %8s%n", title, "tier", "number", "median", "longest");
        tiers.forEach(
                (tier, each) ->
                        System.out.printf(
                                "%s: %-9s %6d %7.1fh %7.1fh%n",
                                title,
                                tier,
                                each.size(),
                                each.get(each.size() / 2).toMinutes() / 60.0,
                                each.getLast().toMinutes() / 60.0));
    }
}
