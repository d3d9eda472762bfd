package amends.analytics;

import amends.analytics.compliance.ComplianceFigure;
import amends.analytics.issue.KnownIssue;
import amends.analytics.recurrence.ClusterFigure;
import amends.analytics.recurrence.Relief;
import amends.analytics.recurrence.Trend;
import amends.analytics.retention.RetentionFigure;
import amends.analytics.retention.RetentionModel;
import amends.analytics.satisfaction.SatisfactionFigure;
import amends.analytics.turnaround.TurnaroundFigure;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.document.HttpDocument;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/// The OpenAPI document says what this service answers. Figures come out of the database as they
/// went in, so their records tell what they look like; these here are what the queries make of
/// them.
class HttpDocumentTest {

    private static final HttpDocument DOCUMENT = HttpDocument.of("analytics", "amends.analytics");

    record Satisfactions(@Nullable Instant asOf, List<SatisfactionFigure> items) {}

    record Turnarounds(@Nullable Instant asOf, List<TurnaroundFigure> items) {}

    record Retentions(@Nullable Instant asOf, RetentionModel model, List<RetentionFigure> items) {}

    record KeptClock(
            String by,
            String value,
            @Nullable BrandName brand,
            @JsonUnwrapped ComplianceFigure.Clock clock) {}

    record KeptClocks(@Nullable Instant asOf, List<KeptClock> items) {}

    record RecurringConcerns(@Nullable Instant asOf, List<RecurringConcern> items) {}

    record RecurringConcern(
            String id,
            String product,
            String label,
            List<String> words,
            int concerns,
            int distinctCustomers,
            SortedMap<IdentifiedBy, Integer> distinctBy,
            List<ComplaintId> examples,
            LocalDate firstDay,
            LocalDate lastDay,
            Trend trend,
            @Nullable String mergedInto,
            boolean rising,
            List<ClusterFigure.Period> periods,
            @Nullable KnownIssue knownIssue,
            @Nullable Relief relief) {}

    record WholeConcern(
            @Nullable Instant asOf,
            @JsonUnwrapped ClusterFigure figure,
            boolean rising,
            @Nullable KnownIssue knownIssue,
            @Nullable Relief relief) {}

    @Test
    void ofItsControllers() {
        DOCUMENT.describesItsControllers();
    }

    @Test
    void ofItsAnswers() {
        DOCUMENT.describesItsAnswers(
                types(), Set.of("DELETE /analytics/recurrence/{clusterId}/known-issue"));
    }

    private static Map<String, Type> types() {
        return Map.of(
                "GET /analytics/satisfaction", Satisfactions.class,
                "GET /analytics/turnaround", Turnarounds.class,
                "GET /analytics/retention", Retentions.class,
                "GET /analytics/sla", KeptClocks.class,
                "GET /analytics/recurrence", RecurringConcerns.class,
                "GET /analytics/recurrence/{clusterId}", WholeConcern.class);
    }
}
