package amends.analytics.issue;

import amends.analytics.AnalyticsSettings;
import amends.analytics.recurrence.ClusterFigure;
import amends.analytics.recurrence.ClusterFigure.Period;
import amends.analytics.recurrence.ClusterNotes;
import amends.analytics.recurrence.ComplaintsOfCluster;
import amends.analytics.recurrence.Relief;
import amends.analytics.view.Figures;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.insight.ClusterId;
import amends.contracts.issue.IssueState;
import amends.contracts.wire.Wire;

import org.bson.Document;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The known issue of a cluster: also one that was stated of a cluster which became part of it.
@Component
final class IssuesOfClusters implements ClusterNotes {

    private static final BinaryOperator<KnownIssue> NEWER =
            BinaryOperator.maxBy(Comparator.comparing(KnownIssue::changedAt));

    private final KnownIssues issues;
    private final AbsorbedClusters absorbed;
    private final Figures figures;
    private final ZoneId zone;
    private final InstantSource clock = InstantSource.system();

    IssuesOfClusters(
            KnownIssues issues,
            AbsorbedClusters absorbed,
            Figures figures,
            AnalyticsSettings settings) {
        this.issues = issues;
        this.absorbed = absorbed;
        this.figures = figures;
        this.zone = settings.zone();
    }

    Optional<KnownIssue> of(String cluster) {
        return Optional.ofNullable(byWhole().get(absorbed.whole(cluster)));
    }

    /// The known issue, and what the fix brought.
    @Override
    public UnaryOperator<Map<String, Object>> telling() {
        Map<String, KnownIssue> known = byWhole();
        return cluster -> {
            KnownIssue issue = known.get(String.valueOf(cluster.get("id")));
            return issue == null ? cluster : with(issue, cluster);
        };
    }

    private Map<String, Object> with(KnownIssue issue, Map<String, Object> cluster) {
        Map<String, Object> told = new LinkedHashMap<>(cluster);
        told.put("knownIssue", map(issue));
        if (issue.state() == IssueState.FIXED) {
            relief(issue, cluster).ifPresent(relief -> told.put("relief", map(relief)));
        }
        return told;
    }

    private Optional<Relief> relief(KnownIssue issue, Map<String, Object> cluster) {
        List<Period> days =
                List.of(Wire.mapper().convertValue(cluster.get("days"), Period[].class));
        return Relief.of(
                days,
                days.size() < ClusterFigure.MOST_DAYS,
                LocalDate.ofInstant(issue.since(), zone),
                LocalDate.ofInstant(clock.instant(), zone));
    }

    private static Map<?, ?> map(Record told) {
        return Wire.mapper().convertValue(told, Map.class);
    }

    /// Each by the cluster that its own is part of.
    private Map<String, KnownIssue> byWhole() {
        return issues.all().stream()
                .collect(
                        Collectors.toMap(
                                issue -> absorbed.whole(issue.cluster().value()),
                                Function.identity(),
                                NEWER));
    }

    /// Those whose concern was told in the complaint, as far as clusters name their complaints.
    List<KnownIssue> of(ComplaintId complaint) {
        Map<String, KnownIssue> all = byWhole();
        return figures.byIds(ComplaintsOfCluster.VIEW, List.copyOf(all.keySet())).items().stream()
                .filter(cluster -> names(cluster, complaint))
                .map(cluster -> all.get(String.valueOf(cluster.get("cluster"))))
                .toList();
    }

    /// Those whose issues would show at this cluster: its own, and those of clusters that became
    /// part of it.
    List<ClusterId> all(String cluster) {
        String whole = absorbed.whole(cluster);
        return issues.all().stream()
                .map(KnownIssue::cluster)
                .filter(each -> absorbed.whole(each.value()).equals(whole))
                .toList();
    }

    /// The one whose events tell of this cluster's issue.
    ClusterId told(String cluster) {
        return of(cluster)
                .map(KnownIssue::cluster)
                .orElseGet(() -> new ClusterId(absorbed.whole(cluster)));
    }

    private static boolean names(Map<String, Object> cluster, ComplaintId complaint) {
        return cluster.get("told") instanceof List<?> told
                && told.stream()
                        .anyMatch(
                                each ->
                                        each instanceof Document one
                                                && complaint
                                                        .value()
                                                        .equals(one.getString("complaint")));
    }
}
