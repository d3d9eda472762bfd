package amends.workflow.priority;

import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.Priority;
import amends.contracts.priority.PriorityFactor;
import amends.contracts.priority.PriorityLevel;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.policy.body.PolicyBody;
import amends.workflow.words.Dictionary;
import amends.workflow.words.Negations;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How urgent a complaint is: the sum of its factors' points, and the level whose threshold that
/// sum reaches.
public final class PriorityPolicy {

    private final PolicyVersion version;
    private final Map<PriorityLevel, Integer> thresholds;
    private final List<Factor> factors;
    private final Dictionary<FactorName> dictionary;

    private PriorityPolicy(
            PolicyVersion version,
            Map<PriorityLevel, Integer> thresholds,
            List<Factor> factors,
            Dictionary<FactorName> dictionary) {
        this.version = version;
        this.thresholds = new EnumMap<>(thresholds);
        this.factors = List.copyOf(factors);
        this.dictionary = dictionary;
    }

    /// @param levels the lowest score of each level but the lowest level
    private record Body(
            Map<PriorityLevel, Integer> levels, Negations negations, List<Factor> factors) {}

    /// @throws InvalidPolicy when it can't be followed
    public static PriorityPolicy parse(PublishedPolicy published) {
        Body body = PolicyBody.read(published, Body.class);
        if (!body.levels()
                .keySet()
                .containsAll(
                        List.of(PriorityLevel.URGENT, PriorityLevel.HIGH, PriorityLevel.NORMAL))) {
            throw new InvalidPolicy(
                    published.version().name(), "give URGENT, HIGH and NORMAL a lowest score");
        }
        Map<FactorName, List<String>> words =
                body.factors().stream()
                        .filter(WordsFactor.class::isInstance)
                        .map(WordsFactor.class::cast)
                        .collect(Collectors.toMap(WordsFactor::factor, WordsFactor::all));
        return new PriorityPolicy(
                published.version(),
                body.levels(),
                body.factors(),
                new Dictionary<>(words, body.negations()));
    }

    public PolicyVersion version() {
        return version;
    }

    /// The priority after something happened.
    ///
    /// @param news what happened, as far as it matters here
    /// @param earlier the factors until now
    public Priority assess(News news, Standing standing, List<PriorityFactor> earlier) {
        Situation situation =
                new Situation(
                        news.words() == null ? Map.of() : dictionary.find(news.words()),
                        standing.tier(),
                        standing.contacts(),
                        standing.brokenPromises(),
                        standing.waited(),
                        news.insight(),
                        news.channel(),
                        news.escalated(),
                        earlier);
        List<PriorityFactor> found =
                factors.stream()
                        .flatMap(factor -> factor.weigh(situation).stream())
                        .sorted(Comparator.comparingInt(PriorityFactor::points).reversed())
                        .toList();
        int score = found.stream().mapToInt(PriorityFactor::points).sum();
        return new Priority(level(score), score, found, version);
    }

    /// When waiting will next add to a priority that has these factors.
    public Optional<Instant> nextReview(Instant waitingSince, List<PriorityFactor> factors) {
        return this.factors.stream()
                .filter(WaitingFactor.class::isInstance)
                .map(WaitingFactor.class::cast)
                .flatMap(waiting -> waiting.next(factors).stream())
                .min(Comparator.<Duration>naturalOrder())
                .map(waitingSince::plus);
    }

    private PriorityLevel level(int score) {
        for (PriorityLevel level : PriorityLevel.values()) {
            Integer lowest = thresholds.get(level);
            if (lowest != null && score >= lowest) {
                return level;
            }
        }
        return PriorityLevel.LOW;
    }
}
