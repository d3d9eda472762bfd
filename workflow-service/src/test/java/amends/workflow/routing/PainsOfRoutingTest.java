package amends.workflow.routing;

import static amends.workflow.routing.Team.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.Outcome.WhyNothing;
import amends.contracts.complaint.ReofferReason;
import amends.contracts.name.Crockford;
import amends.contracts.routing.Presence;
import amends.contracts.wire.Wire;
import amends.workflow.policy.body.InvalidPolicy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/// What hurts in other systems' routing, and what the line does about it.
class PainsOfRoutingTest {

    private static final String SATO = "{id: sato, capacity: 1}";
    private static final String CHEN = "{id: chen, capacity: 1}";
    private static final String STICKY =
            "protocols: {default: {ownerPatience: PT10M, reofferAfter: PT2H}}";

    @Test
    void waitingItemSkippedWhenAnAgentFreesUp() {
        Team team = new Team("", SATO);
        team.hears(team.complaint("in work"));
        team.hears(team.complaint("waits long"));
        team.after(Duration.ofMinutes(5)).hears(team.complaint("waits too"));
        assertThat(team.loses("in work")).containsExactly(given("waits long", "sato"));
        team.after(Duration.ofMinutes(5));
        team.loses("waits long");
        assertThat(team.hears(team.complaint("newest")))
                .as("the newest arrival does not pass the one that waits")
                .isEmpty();
        assertThat(team.loses("waits too")).containsExactly(given("newest", "sato"));
    }

    @Test
    void waitingItemSkippedWhenAnAgentComesOrLearns() {
        Team team = new Team("", SATO);
        team.is("sato", Presence.OFFLINE);
        team.hears(team.complaint("first").needs("billing", 2));
        team.hears(team.complaint("second"));
        assertThat(team.is("sato", Presence.PRESENT))
                .as("he lacks the skill for the first")
                .containsExactly(given("second", "sato"));
        team.under(Team.policy("", "{id: sato, skills: {billing: 2}, capacity: 2}"));
        assertThat(team.looksAround())
                .as("a policy applies at once, not at the next event")
                .containsExactly(given("first", "sato"));
    }

    @Test
    void reopenedComplaintGivenToAnAbsentAgent() {
        Team team = new Team(STICKY, SATO, CHEN);
        team.is("sato", Presence.AWAY);
        assertThat(team.hears(team.complaint("reopened").earlierOf("sato")))
                .containsExactly(given("reopened", "chen"));
    }

    @Test
    void reopenedComplaintGoesToItsOwnerWhoIsThere() {
        Team team = new Team(STICKY, "{id: aoki, capacity: 9}", SATO);
        assertThat(team.hears(team.complaint("reopened").earlierOf("sato")))
                .as("although another has more room")
                .containsExactly(given("reopened", "sato"));
    }

    private static Team withSatoBusy() {
        Team team = new Team(STICKY, SATO, CHEN);
        team.is("chen", Presence.AWAY);
        team.hears(team.complaint("in work"));
        team.is("chen", Presence.PRESENT);
        return team;
    }

    @Test
    void aBusyOwnerIsWaitedForWithPatienceOnly() {
        Team team = withSatoBusy();
        assertThat(team.hears(team.complaint("reopened").earlierOf("sato"))).isEmpty();
        assertThat(team.after(Duration.ofMinutes(9)).looksAround()).isEmpty();
        assertThat(team.after(Duration.ofMinutes(1)).looksAround())
                .containsExactly(given("reopened", "chen"));
    }

    @Test
    void aBusyOwnerWhoLeavesIsNotWaitedFor() {
        Team team = withSatoBusy();
        team.hears(team.complaint("reopened").earlierOf("sato"));
        assertThat(team.is("sato", Presence.OFFLINE)).containsExactly(given("reopened", "chen"));
    }

    private static void hasTaken(Team team, String agent, Waiting complaint) {
        team.hears(complaint);
        team.takes(agent, complaint);
    }

    @Test
    void aKnownCustomerGoesToTheAgentWhoKnowsHim() {
        Team team = new Team(STICKY, "{id: aoki, capacity: 9}", "{id: sato, capacity: 9}");
        hasTaken(team, "sato", team.complaint("first").of("ada"));
        team.loses("first");
        assertThat(team.hears(team.complaint("second").of("ada")))
                .containsExactly(given("second", "sato"));
        assertThat(team.hears(team.complaint("third").of("bob")))
                .containsExactly(given("third", "aoki"));
    }

    @Test
    void whoHandsItBackIsNotPreferredForKnowingTheCustomer() {
        Team team = new Team(STICKY, "{id: aoki, capacity: 9}", "{id: sato, capacity: 9}");
        Waiting complaint = team.complaint("first").of("ada");
        hasTaken(team, "aoki", complaint);
        assertThat(team.hears(complaint)).containsExactly(given("first", "sato"));
    }

    @Test
    void unevenLoad() {
        Team team =
                new Team(
                        "", "{id: a, capacity: 9}", "{id: b, capacity: 9}", "{id: c, capacity: 9}");
        Random random = new Random(11);
        Map<AgentId, Integer> got = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            team.after(Duration.ofMinutes(1 + random.nextInt(9)));
            String name = "c" + i;
            team.hears(team.complaint(name)).forEach(g -> got.merge(g.agent(), 1, Integer::sum));
            team.loses(name); // solved on the spot: by load alone everybody is always equal
        }
        assertThat(got.values()).hasSize(3).allSatisfy(n -> assertThat(n).isBetween(95, 105));
    }

    @Test
    void unevenLoadWhenOneIsQuick() {
        Team team = new Team("", "{id: quick, capacity: 50}", "{id: slow, capacity: 50}");
        Map<AgentId, Integer> got = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            String name = "c" + i;
            team.after(Duration.ofMinutes(1));
            for (Assignment given : team.hears(team.complaint(name))) {
                got.merge(given.agent(), 1, Integer::sum);
                if (given.agent().value().equals("quick")) {
                    team.loses(name);
                }
            }
        }
        assertThat(got.get(new AgentId("slow")))
                .as("the quick one is empty each time and yet does not get everything")
                .isGreaterThan(15);
    }

    @Test
    void nobodyIsGivenWorkOffHisShiftAndWhatWaitsComesWhenItBegins() {
        Team team =
                new Team("", "{id: sato, capacity: 1, shift: calendar.late}")
                        .withCalendar("calendar.late", "13:00-21:00");
        assertThat(team.hears(team.complaint("a"))).isEmpty();
        team.after(Duration.ofMinutes(239));
        team.hears(team.complaint("b"));
        assertThat(team.looksAround()).isEmpty();
        assertThat(team.after(Duration.ofMinutes(1)).looksAround())
                .containsExactly(given("a", "sato"));
    }

    @Test
    void aSkillMustBeMasteredWellEnough() {
        Team team =
                new Team(
                        "",
                        "{id: beginner, skills: {billing: 2}, capacity: 9}",
                        "{id: expert, skills: {billing: 3}, capacity: 1}");
        assertThat(team.hears(team.complaint("hard").needs("billing", 3)))
                .containsExactly(given("hard", "expert"));
        assertThat(team.hears(team.complaint("harder").needs("billing", 3))).isEmpty();
        assertThat(team.hears(team.complaint("easy").needs("billing", 1)))
                .containsExactly(given("easy", "beginner"));
    }

    @Test
    void oneCallAtATimeButSeveralLetters() {
        Team team =
                new Team(
                        "channelKinds: {voice: [call]}",
                        "{id: sato, capacity: 3, capacities: {voice: 1}}");
        assertThat(team.hears(team.complaint("call").by("call"))).hasSize(1);
        assertThat(team.hears(team.complaint("second call").by("call"))).isEmpty();
        assertThat(team.hears(team.complaint("letter").by("letter"))).hasSize(1);
        assertThat(team.hears(team.complaint("mail").by("email"))).hasSize(1);
        assertThat(team.hears(team.complaint("fax").by("fax"))).as("three in all").isEmpty();
        assertThat(team.loses("call")).containsExactly(given("second call", "sato"));
    }

    @Test
    void whatAnOfflineOwnerHasIsOfferedAgainAfterASetTimeAndOnce() {
        Team team = new Team(STICKY, SATO);
        hasTaken(team, "sato", team.complaint("a"));
        team.is("sato", Presence.OFFLINE);
        assertThat(team.line().reofferings()).isEmpty();
        team.after(Duration.ofMinutes(119));
        assertThat(team.line().reofferings()).isEmpty();
        team.after(Duration.ofMinutes(1));
        assertThat(team.line().reofferings())
                .containsExactly(
                        new Reoffering(
                                Team.id("a"), new AgentId("sato"), ReofferReason.OWNER_GONE));
        assertThat(team.line().reofferings()).isEmpty();
    }

    @Test
    void whoIsAwayOrComesBackInTimeKeepsWhatHeHas() {
        Team team = new Team(STICKY, SATO);
        hasTaken(team, "sato", team.complaint("a"));
        team.is("sato", Presence.AWAY);
        team.line().reofferings();
        team.after(Duration.ofHours(3));
        assertThat(team.line().reofferings()).as("away").isEmpty();
        team.is("sato", Presence.OFFLINE);
        team.line().reofferings();
        team.after(Duration.ofHours(1)).is("sato", Presence.PRESENT);
        team.line().reofferings();
        team.is("sato", Presence.OFFLINE);
        team.line().reofferings();
        team.after(Duration.ofMinutes(90));
        assertThat(team.line().reofferings()).as("the time begins anew").isEmpty();
    }

    @Test
    void whoAsksGetsTheLongestDeservingAndIsNotGivenAnythingUnasked() {
        Team team = new Team("", "{id: sato, capacity: 1, takes: PULL}");
        assertThat(next(team)).isEqualTo(new Next.Nothing(WhyNothing.NOTHING_WAITS));
        assertThat(team.hears(team.complaint("calm"))).isEmpty();
        assertThat(team.hears(team.complaint("urgent").score(60))).isEmpty();
        assertThat(next(team)).isEqualTo(new Next.Given(given("urgent", "sato")));
        assertThat(next(team)).isEqualTo(new Next.Nothing(WhyNothing.NO_ROOM));
        team.loses("urgent");
        team.is("sato", Presence.AWAY);
        assertThat(next(team)).isEqualTo(new Next.Nothing(WhyNothing.NOT_THERE));
        team.is("sato", Presence.PRESENT);
        team.loses("calm");
        team.hears(team.complaint("foreign").needs("lang:zh", 1));
        assertThat(next(team)).isEqualTo(new Next.Nothing(WhyNothing.NOTHING_FOR_HIM));
    }

    private static Next next(Team team) {
        return team.line().next(new AgentId("sato"));
    }

    @Test
    void waitingRaisesSoThatAVipPassesForAWhileOnly() {
        Team team = new Team("fairness: {pointIsWorth: PT1H}", SATO);
        team.hears(team.complaint("in work"));
        team.hears(team.complaint("waits long"));
        team.after(Duration.ofHours(29)).hears(team.complaint("vip").score(30));
        team.after(Duration.ofHours(2)).hears(team.complaint("late vip").score(30));
        assertThat(team.loses("in work")).containsExactly(given("vip", "sato"));
        assertThat(team.loses("vip")).containsExactly(given("waits long", "sato"));
        assertThat(team.loses("waits long")).containsExactly(given("late vip", "sato"));
    }

    @Test
    void whatEarlierVersionsStoredIsRead() {
        Team team = new Team("", "{id: sato, capacity: 3}");
        store(
                team,
                "roster",
                """
                {"present":{"sato":false},"loads":{"sato":2},"turns":{"sato":7},"turn":7,
                 "lanes":[{"skills":[]}]}\
                """);
        AgentStanding standing = team.line().agents().getFirst();
        assertThat(standing.load()).isEqualTo(2);
        assertThat(standing.presence()).isEqualTo(Presence.OFFLINE);
        store(team, "at/" + Team.id("a"), "{\"agent\":\"sato\",\"taken\":true}");
        team.loses("a");
        assertThat(team.line().agents().getFirst().load()).isEqualTo(1);

        String rank = "2147483647~01763200800000" + Team.id("b");
        store(
                team,
                "at/" + Team.id("b"),
                "{\"lane\":{\"skills\":[]},\"rank\":\"%s\",\"taken\":false}".formatted(rank));
        store(team, "in/" + Crockford.hash(10, "[]", "") + "/" + rank, "{}");
        assertThat(team.is("sato", Presence.PRESENT)).containsExactly(given("b", "sato"));
    }

    private static void store(Team team, String key, String json) {
        team.store().put(key, json.getBytes(StandardCharsets.UTF_8));
        assertThat(Wire.mapper().readTree(json).isObject()).isTrue();
    }

    @Test
    void aPolicyThatNamesWhatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Team.policy("protocols: {vip: {ownerPatience: PT1H}}", SATO))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("vip");
        assertThatThrownBy(
                        () -> Team.policy("circles: {handovers: 2, queue: top, pool: top}", SATO))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("top");
        assertThatThrownBy(() -> Team.policy("", "{id: sato, skills: {billing: 0}, capacity: 1}"))
                .isInstanceOf(InvalidPolicy.class);
    }
}
