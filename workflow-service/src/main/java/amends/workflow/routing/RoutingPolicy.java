package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.LanguageTag;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.RoutingRuleName;
import amends.contracts.routing.Skill;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.policy.body.PolicyBody;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which queue a complaint waits in, and who serves it. The first rule that fits decides; the last
/// one fits all.
///
/// @param languageSkills the skill that a language asks for; other languages ask for none, so that
///   nobody waits for ever
/// @param presentByDefault whether an agent counts as present until something else is said: for
///   trying things out
/// @param channelKinds the channels of each kind; all others are [ChannelKind#WRITTEN]
/// @param protocols how each queue is looked after; [#DEFAULT] stands for those not named
/// @param circles absent: nobody counts as sent round
public record RoutingPolicy(
        PolicyVersion version,
        List<RoutingRule> rules,
        Map<LanguageTag, Skill> languageSkills,
        List<Pool> pools,
        boolean presentByDefault,
        Map<ChannelKind, Set<ChannelName>> channelKinds,
        Map<QueueName, Protocol> protocols,
        Fairness fairness,
        Optional<Circles> circles) {

    static final QueueName DEFAULT = new QueueName("default");
    private static final RoutingRuleName SENT_ROUND = new RoutingRuleName("sent-round-in-circles");

    public RoutingPolicy {
        rules = List.copyOf(rules);
        languageSkills = Map.copyOf(languageSkills);
        pools = List.copyOf(pools);
        channelKinds = Map.copyOf(channelKinds);
        protocols = Map.copyOf(protocols);
    }

    private record Body(
            List<RoutingRule> rules,
            Map<LanguageTag, Skill> languageSkills,
            List<Pool> pools,
            boolean presentByDefault,
            Map<ChannelKind, Set<ChannelName>> channelKinds,
            Map<QueueName, Protocol> protocols,
            Optional<Fairness> fairness,
            Optional<Circles> circles) {}

    /// @throws InvalidPolicy when it can't be followed
    public static RoutingPolicy parse(PublishedPolicy published) {
        Body body = PolicyBody.read(published, Body.class);
        RoutingPolicy policy =
                new RoutingPolicy(
                        published.version(),
                        body.rules(),
                        body.languageSkills(),
                        body.pools(),
                        body.presentByDefault(),
                        body.channelKinds(),
                        body.protocols(),
                        body.fairness().orElse(Fairness.USUAL),
                        body.circles());
        policy.check();
        return policy;
    }

    private void check() {
        if (rules.isEmpty() || rules.getLast().when().isPresent()) {
            throw refused("end the rules with one without `when`, so that every complaint fits");
        }
        for (RoutingRule rule : rules) {
            if (pool(rule.pool()).isEmpty()) {
                throw refused(
                        "rule %s names pool %s, which is not among the pools"
                                .formatted(rule.rule(), rule.pool()));
            }
        }
        circles.map(Circles::pool)
                .filter(pool -> pool(pool).isEmpty())
                .ifPresent(
                        pool -> {
                            throw refused(
                                    "circles names pool %s, which is not among the pools"
                                            .formatted(pool));
                        });
        for (QueueName queue : protocols.keySet()) {
            if (!queue.equals(DEFAULT) && !queues().contains(queue)) {
                throw refused(
                        "protocols names queue %s, which no rule leads to; it is one of %s"
                                .formatted(queue, queues()));
            }
        }
    }

    private InvalidPolicy refused(String why) {
        return new InvalidPolicy(version.name(), why);
    }

    public Optional<Pool> pool(PoolName name) {
        return pools.stream().filter(pool -> pool.pool().equals(name)).findFirst();
    }

    public boolean isIn(PoolName pool, AgentId agent) {
        return pool(pool).stream()
                .flatMap(each -> each.agents().stream())
                .anyMatch(each -> each.id().equals(agent));
    }

    /// Where in a line a complaint of this score stands that came then; smaller is sooner.
    public long place(int score, Instant since) {
        return fairness.place(score, since);
    }

    /// Every queue that a rule names, in the rules' order.
    public List<QueueName> queues() {
        return Stream.concat(
                        rules.stream().map(RoutingRule::queue),
                        circles.map(Circles::queue).stream())
                .distinct()
                .toList();
    }

    /// The pools that serve any of these queues.
    public Set<PoolName> serving(Collection<QueueName> queues) {
        return Stream.concat(
                        rules.stream()
                                .filter(rule -> queues.contains(rule.queue()))
                                .map(RoutingRule::pool),
                        circles.stream()
                                .filter(to -> queues.contains(to.queue()))
                                .map(Circles::pool))
                .collect(Collectors.toSet());
    }

    /// The calendars that agents work by.
    public Set<PolicyName> shifts() {
        return pools.stream()
                .flatMap(pool -> pool.agents().stream())
                .flatMap(agent -> agent.shift().stream())
                .collect(Collectors.toSet());
    }

    public Route route(Traits traits) {
        RoutingRule rule =
                rules.stream().filter(each -> each.fits(traits)).findFirst().orElseThrow();
        return route(rule.queue(), rule.pool(), rule.needed(), rule.rule(), traits);
    }

    /// Where a complaint waits whose customer was sent round in circles.
    public Route routeToAuthority(Traits traits) {
        return circles.map(to -> route(to.queue(), to.pool(), to.needed(), SENT_ROUND, traits))
                .orElseGet(() -> route(traits));
    }

    private Route route(
            QueueName queue,
            PoolName pool,
            SkillLevels needed,
            RoutingRuleName rule,
            Traits traits) {
        TreeSet<Skill> skills = new TreeSet<>(needed.levels().keySet());
        Optional.ofNullable(languageSkills.get(language(traits.language()))).ifPresent(skills::add);
        return new Route(queue, pool, skills, needed.above(), rule);
    }

    /// The language without its script or region: `zh` of `zh-TW`.
    private static LanguageTag language(LanguageTag tag) {
        int hyphen = tag.value().indexOf('-');
        return hyphen < 0 ? tag : new LanguageTag(tag.value().substring(0, hyphen));
    }

    /// Whether this agent has the authority to end a circle.
    public boolean hasAuthority(AgentId agent) {
        return circles.stream()
                .flatMap(to -> pool(to.pool()).stream().map(to::withAuthority))
                .anyMatch(agents -> agents.contains(agent));
    }

    ChannelKind kind(@Nullable ChannelName channel) {
        return channelKinds.entrySet().stream()
                .filter(kind -> channel != null && kind.getValue().contains(channel))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ChannelKind.WRITTEN);
    }

    Protocol protocol(QueueName queue) {
        Protocol usual = protocols.getOrDefault(DEFAULT, Protocol.NONE);
        return protocols.getOrDefault(queue, usual).or(usual);
    }
}
