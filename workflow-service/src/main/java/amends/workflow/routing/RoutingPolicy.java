package amends.workflow.routing;

import amends.contracts.contact.LanguageTag;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.Skill;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.policy.body.PolicyBody;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Which queue a complaint waits in, and who serves it. The first rule that fits decides; the last
/// one fits all.
///
/// @param languageSkills the skill that a language asks for; other languages ask for none, so that
///   nobody waits for ever
/// @param presentByDefault whether an agent counts as present until something else is said: for
///   trying things out
public record RoutingPolicy(
        PolicyVersion version,
        List<RoutingRule> rules,
        Map<LanguageTag, Skill> languageSkills,
        List<Pool> pools,
        boolean presentByDefault) {

    public RoutingPolicy {
        rules = List.copyOf(rules);
        languageSkills = Map.copyOf(languageSkills);
        pools = List.copyOf(pools);
    }

    private record Body(
            List<RoutingRule> rules,
            Map<LanguageTag, Skill> languageSkills,
            List<Pool> pools,
            boolean presentByDefault) {}

    /// @throws InvalidPolicy when it can't be followed
    public static RoutingPolicy parse(PublishedPolicy published) {
        Body body = PolicyBody.read(published, Body.class);
        RoutingPolicy policy =
                new RoutingPolicy(
                        published.version(),
                        body.rules(),
                        body.languageSkills(),
                        body.pools(),
                        body.presentByDefault());
        policy.check();
        return policy;
    }

    private void check() {
        if (rules.isEmpty() || rules.getLast().when().isPresent()) {
            throw new InvalidPolicy(
                    version.name(),
                    "end the rules with one without `when`, so that every complaint fits");
        }
        rules.stream()
                .filter(rule -> pool(rule.pool()).isEmpty())
                .findFirst()
                .ifPresent(
                        rule -> {
                            throw new InvalidPolicy(
                                    version.name(),
                                    "rule %s names pool %s, which is not among the pools"
                                            .formatted(rule.rule(), rule.pool()));
                        });
    }

    public Optional<Pool> pool(PoolName name) {
        return pools.stream().filter(pool -> pool.pool().equals(name)).findFirst();
    }

    /// Every queue that a rule names, in the rules' order.
    public List<QueueName> queues() {
        return rules.stream().map(RoutingRule::queue).distinct().toList();
    }

    public Route route(Traits traits) {
        RoutingRule rule =
                rules.stream().filter(each -> each.fits(traits)).findFirst().orElseThrow();
        TreeSet<Skill> skills = new TreeSet<>(rule.skills());
        Optional.ofNullable(languageSkills.get(language(traits.language()))).ifPresent(skills::add);
        return new Route(rule.queue(), rule.pool(), skills, rule.rule());
    }

    /// The language without its script or region: `zh` of `zh-TW`.
    private static LanguageTag language(LanguageTag tag) {
        int hyphen = tag.value().indexOf('-');
        return hyphen < 0 ? tag : new LanguageTag(tag.value().substring(0, hyphen));
    }
}
