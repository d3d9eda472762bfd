package amends.workflow.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.complaint.Actor;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.ProductName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.Skill;
import amends.contracts.wire.Wire;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;
import amends.workflow.policy.body.InvalidPolicy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The shipped routing policy, and policies that can't be followed.
class ShippedRoutingTest {

    private static final RoutingPolicy POLICY = Policies.parse(ShippedPolicies.load()).routing();

    @ParameterizedTest
    @CsvSource({
        "ja, standard, , , general, service, lang:ja",
        "zh-TW, standard, Washing machine, , general, service, lang:zh",
        "de, standard, , , general, service, ''",
        "en, standard, Credit card, , billing, service, 'billing,lang:en'",
        "ja, standard, クレジットカード, , billing, service, 'billing,lang:ja'",
        "ja, vip, , , vip, vip, lang:ja",
        "ja, vip, , danger-to-people, safety, specialists, lang:ja",
        "en, standard, , legal-threat, escalation, specialists, lang:en"
    })
    void sendsTo(
            String language,
            String tier,
            @Nullable String product,
            @Nullable String factor,
            String queue,
            String pool,
            String skills) {
        Route route = POLICY.route(traits(language, tier, product, factor));
        assertThat(route.queue()).hasToString(queue);
        assertThat(route.pool()).hasToString(pool);
        assertThat(route.skills().stream().map(Skill::value).collect(Collectors.joining(",")))
                .isEqualTo(skills);
    }

    @Test
    void everySkillThatIsAskedForSomebodyHas() {
        for (String language : List.of("ja", "en", "zh", "fr")) {
            for (String tier : List.of("standard", "premium", "vip")) {
                for (String product : List.of("Credit card", "Kettle")) {
                    for (String factor : List.of("danger-to-people", "legal-threat", "none")) {
                        Route route = POLICY.route(traits(language, tier, product, factor));
                        assertThat(POLICY.pool(route.pool()).orElseThrow().agents())
                                .as("%s", route)
                                .anyMatch(
                                        agent ->
                                                agent.mastered()
                                                        .meet(route.skills(), route.levels()));
                    }
                }
            }
        }
    }

    @Test
    void aCustomerSentRoundIsLedToAuthorityInHisLanguage() {
        for (String language : List.of("ja", "en", "zh", "fr")) {
            Route route = POLICY.routeToAuthority(traits(language, "vip", null, null));
            assertThat(route.skills()).contains(new Skill("authority"));
            assertThat(POLICY.pool(route.pool()).orElseThrow().agents())
                    .filteredOn(agent -> agent.mastered().meet(route.skills(), route.levels()))
                    .isNotEmpty()
                    .allMatch(agent -> POLICY.hasAuthority(agent.id()));
        }
    }

    @Test
    void vipsAreWaitedForLongerAndLeftAloneForAShorterTimeThanOthers() {
        Protocol vip = POLICY.protocol(new QueueName("vip"));
        Protocol general = POLICY.protocol(new QueueName("general"));
        assertThat(vip.ownerPatience().orElseThrow())
                .isGreaterThan(general.ownerPatience().orElseThrow());
        assertThat(vip.reofferAfter().orElseThrow())
                .isLessThan(general.reofferAfter().orElseThrow());
        assertThat(POLICY.protocol(new QueueName("safety")).ownerPatience().orElseThrow())
                .as("danger waits for nobody")
                .isZero();
    }

    @Test
    void rulesThatDoNotFitAllAreRefused() {
        assertThatThrownBy(() -> parse(Map.of("factors", List.of("x")), "service"))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("without `when`");
    }

    @Test
    void rulesThatNameAnUnknownPoolAreRefused() {
        assertThatThrownBy(() -> parse(null, "nobody"))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("pool nobody");
    }

    private static void parse(@Nullable Map<String, ?> when, String pool) {
        Map<String, Object> rule =
                when == null
                        ? Map.of("rule", "r", "queue", "q", "pool", pool)
                        : Map.of("rule", "r", "queue", "q", "pool", pool, "when", when);
        RoutingPolicy.parse(
                new PublishedPolicy(
                        PolicyVersion.parse("routing@2"),
                        Instant.EPOCH,
                        Actor.automation("test"),
                        Wire.mapper()
                                .valueToTree(
                                        Map.of(
                                                "rules",
                                                List.of(rule),
                                                "pools",
                                                List.of(
                                                        Map.of(
                                                                "pool", "service", "agents",
                                                                List.of())),
                                                "presentByDefault",
                                                true))));
    }

    private static Traits traits(
            String language, String tier, @Nullable String product, @Nullable String factor) {
        return new Traits(
                new ChannelName("web"),
                new LanguageTag(language),
                new CustomerTier(tier),
                product == null ? null : new ProductName(product),
                PriorityLevel.NORMAL,
                factor == null ? Set.of() : Set.of(new FactorName(factor)));
    }
}
