package amends.workflow.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.sla.ClockName;
import amends.contracts.wire.Wire;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.sla.ClockRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// The shipped policies, and what is said of those that can't be followed.
class PoliciesTest {

    private static final Instant NOW = Instant.parse("2026-11-09T01:00:00Z");

    @Test
    void theShippedOnesCanBeFollowed() {
        Policies policies = Policies.parse(ShippedPolicies.load());
        assertThat(policies.sla().clocks())
                .extracting(ClockRule::clock)
                .containsExactly(
                        new ClockName("acknowledgement"),
                        new ClockName("first-human-reply"),
                        new ClockName("next-reply"),
                        new ClockName("promised-update"),
                        new ClockName("resolution"),
                        new ClockName("call-back"),
                        new ClockName("outside-notice"));
        assertThat(policies.priority().version()).isEqualTo(PolicyVersion.parse("priority@1"));
        assertThat(policies.routing().queues()).hasSizeGreaterThan(3);
    }

    @Test
    void theySurviveTheirTopic() {
        ShippedPolicies.load()
                .values()
                .forEach(
                        policy ->
                                assertThat(Wire.read(Wire.write(policy), PublishedPolicy.class))
                                        .isEqualTo(policy));
    }

    @Test
    void whatTheProductChangedBecomesAnotherVersionUnlessSomebodyPublishedHisOwn() {
        Map<PolicyName, PublishedPolicy> known = new HashMap<>();
        assertThat(ShippedPolicies.configuration().toPublish(known, NOW))
                .containsExactlyElementsOf(ShippedPolicies.load().values());
        ShippedPolicies.load()
                .forEach(
                        (name, policy) ->
                                known.put(
                                        name,
                                        Wire.read(Wire.write(policy), PublishedPolicy.class)));
        assertThat(ShippedPolicies.configuration().toPublish(known, NOW)).isEmpty();

        known.computeIfPresent(
                Policies.SLA, (name, policy) -> changed(policy, policy.publishedBy()));
        known.computeIfPresent(
                Policies.ROUTING,
                (name, policy) -> changed(policy, Actor.agent(new AgentId("operator"))));
        assertThat(ShippedPolicies.configuration().toPublish(known, NOW))
                .singleElement()
                .satisfies(
                        next -> {
                            assertThat(next.version()).isEqualTo(PolicyVersion.parse("sla@2"));
                            assertThat(next.publishedAt()).isEqualTo(NOW);
                            assertThat(next.body())
                                    .isEqualTo(ShippedPolicies.load().get(Policies.SLA).body());
                        });
    }

    private static PublishedPolicy changed(PublishedPolicy policy, Actor by) {
        JsonNode body = policy.body().deepCopy();
        body.asObject().put("once", "otherwise");
        return new PublishedPolicy(policy.version(), policy.publishedAt(), by, body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sla | /clocks/0/warnAt | [100] | warnAt",
                "sla | /clocks/0/metOn | [\"ComplaintForgotten\"] | ComplaintForgotten",
                "sla | /clocks/4/family | \"REGULATORY\" | never pauses",
                "sla | /clocks/4/escalations/0/atPercent | 90 | same percentage",
                "sla | /clocks/3/pausesOn | [\"WaitingStarted\"] | goes on",
                "sla | /clocks/0/calendar | \"calendar.moon\" | calendar.moon",
                "sla | /clocks/2/notWhile | [\"next-reply\"] | notWhile",
                "sla | /measures/0/calendar | \"calendar.mars\" | calendar.mars",
                "sla | /clocks/0/targets | [] | end its targets",
                "sla | /followUpSilence | \"soon\" | soon",
                "sla | /followUpSilence | null | followUpSilence",
                "priority | /levels | {\"URGENT\": 60} | HIGH",
                "priority | /factors/0/kind | \"mood\" | mood",
                "priority | /factors/0/weight | 3 | weight",
                "typology | /tempers/0/type | \"COOL\" | COOL",
                "typology | /tempers/0/signs/0/kind | \"mood\" | mood",
                "typology | /tempers/1/signs/0/sign | \"angry-words\" | each its own",
                "playbook | /tempers/ANGRY/zh | null | ANGRY is written in",
                "playbook | /general/en/steps | {\"soothe\": \"Listen\"} | find-the-point",
                "playbook | /relations | {} | VOCAL",
                "routing | /rules/0/pool | \"nobody\" | nobody",
                "calendar.tokyo | /zone | \"Asia/Atlantis\" | Atlantis",
                "calendar.tokyo | /week/MONDAY | [\"09:00-09:00\"] | at most a day",
                "calendar.tokyo | /dates | {\"2026-12-24\": [\"09:00-12:00\", \"11:00-13:00\"]} |"
                        + " overlap"
            })
    void whatCanNotBeFollowedSaysWhatToCorrect(
            String name, String pointer, String json, String correction) {
        PolicyName policy = new PolicyName(name);
        Map<PolicyName, PublishedPolicy> policies = ShippedPolicies.load();
        JsonNode body = policies.get(policy).body();
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) body.at(pointer.substring(0, slash)))
                .set(pointer.substring(slash + 1), Wire.mapper().readTree(json));
        assertThatThrownBy(() -> Policies.parse(policies))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining(name)
                .hasMessageContaining(correction);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sla | /clocks/0/targets/1/within | \"soon\"",
                "sla | /clocks/0/calendar | \"calendar.moon\"",
                "sla | /measures/1/calendar | \"calendar.mars\"",
                "routing | /pools/0/agents/2/capacity | \"many\"",
                "authority | /holders/1/from | \"once\"",
                "calendar.tokyo | /week/MONDAY/0 | \"from nine\""
            })
    void whatCanNotBeFollowedSaysWhereItStands(String name, String pointer, String json) {
        PolicyName policy = new PolicyName(name);
        Map<PolicyName, PublishedPolicy> policies = ShippedPolicies.load();
        JsonNode body = policies.get(policy).body();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = body.at(pointer.substring(0, slash));
        String last = pointer.substring(slash + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), Wire.mapper().readTree(json));
        } else {
            ((ObjectNode) parent).set(last, Wire.mapper().readTree(json));
        }
        assertThatThrownBy(() -> Policies.parse(policies))
                .isInstanceOfSatisfying(
                        InvalidPolicy.class,
                        invalid -> assertThat(invalid.pointer()).isEqualTo(pointer));
    }

    @Test
    void aMissingOneIsNamed() {
        Map<PolicyName, PublishedPolicy> policies = ShippedPolicies.load();
        policies.remove(Policies.ROUTING);
        assertThatThrownBy(() -> Policies.parse(policies))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("routing");
    }
}
