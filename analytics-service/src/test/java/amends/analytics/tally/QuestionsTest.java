package amends.analytics.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import amends.analytics.LogOf;
import amends.analytics.Rules;
import amends.analytics.compliance.Compliance;
import amends.analytics.compliance.ComplianceFigure;
import amends.analytics.facts.ComplaintFacts;
import amends.analytics.facts.FactsFold;
import amends.analytics.retention.Retention;
import amends.analytics.retention.RetentionFigure;
import amends.analytics.satisfaction.Satisfaction;
import amends.analytics.satisfaction.SatisfactionFigure;
import amends.analytics.turnaround.Turnaround;
import amends.analytics.turnaround.TurnaroundFigure;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintEvent.ClockBreached;
import amends.contracts.complaint.ComplaintEvent.ClockMet;
import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.complaint.ComplaintEvent.ComplaintClosed;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the questions answer, given what happened.
class QuestionsTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Retention RETENTION = new Retention(Rules.retention(), MONTH);

    @Test
    void satisfactionStandsBesideItsCounts() {
        Satisfaction question = new Satisfaction(ZoneId.of("Asia/Tokyo"));
        Map<Cell, Tally> tallies =
                ask(
                        question,
                        LogOf.complaint("1").received("a").answered(true, 5, 1, 10),
                        LogOf.complaint("2").received("a").answered(true, 4, 3, 8),
                        LogOf.complaint("3").received("a").answered(false, 1, null, 2));

        Cell day = new Cell("day", "2026-03-02");
        SatisfactionFigure figure = question.document(day, tallies.get(day));
        assertThat(figure.answers()).isEqualTo(3);
        assertThat(figure.csatMean()).isEqualTo(3.3333);
        assertThat(figure.csatTopTwoShare()).isEqualTo(0.6667);
        assertThat(figure.cesAnswers()).isEqualTo(2);
        assertThat(figure.cesMean()).isEqualTo(2.0);
        assertThat(figure.npsScore()).isEqualTo(0.0);
    }

    @Test
    void nothingCountedIsNoZeroMean() {
        SatisfactionFigure figure =
                new Satisfaction(ZoneId.of("UTC")).document(Cell.overall(), Tally.EMPTY);

        assertThat(figure.csatMean()).isNull();
        assertThat(figure.npsScore()).isNull();
    }

    @Test
    void aClockLeavesItsFormerState() {
        LogOf late =
                clock(LogOf.complaint("1").received("a").queued("claims"))
                        .agent(new ClockBreached(new ClockName("resolution"), LogOf.START))
                        .agent(new ClockMet(new ClockName("resolution"), LogOf.START));
        LogOf inTime =
                clock(LogOf.complaint("2").received("a").queued("claims"))
                        .agent(new ClockMet(new ClockName("resolution"), LogOf.START));
        LogOf running = clock(LogOf.complaint("3").received("a").queued("claims"));

        Cell queue = new Cell("queue", "claims");
        ComplianceFigure figure =
                new Compliance()
                        .document(queue, ask(new Compliance(), late, inTime, running).get(queue));
        assertThat(figure.clocks())
                .containsExactly(
                        new ComplianceFigure.Clock(
                                "resolution", ClockFamily.SERVICE, 1, 1, 0, 1, 0, 0.5));
    }

    @Test
    void aComplaintThatChangesItsQueueIsCountedInTheNewOne() {
        Map<Cell, Tally> tallies =
                ask(
                        new Turnaround(MONTH),
                        LogOf.complaint("1").received("a").queued("claims").queued("legal"));

        assertThat(tallies.get(new Cell("queue", "claims")).counts()).isEmpty();
        assertThat(tallies.get(new Cell("queue", "legal")).count("complaints")).isEqualTo(1);
    }

    @Test
    void turnaroundBeginsWhenTheComplaintReachedTheCompanyButForHistoryWhenItIsTakenIn() {
        Turnaround question = new Turnaround(MONTH);
        Instant dayBefore = LogOf.START.minus(Duration.ofDays(1));
        Instant yearBefore = LogOf.START.minus(Duration.ofDays(365));
        Map<Cell, Tally> tallies =
                ask(
                        question,
                        LogOf.complaint("1").received("a", dayBefore).resolved(true),
                        LogOf.complaint("2").received("a", yearBefore).resolved(false));

        TurnaroundFigure figure = question.document(Cell.overall(), tallies.get(Cell.overall()));
        assertThat(figure.firstContactResolutionShare()).isEqualTo(0.5);
        assertThat(figure.resolution().count()).isEqualTo(2);
        assertThat(figure.resolution().p50Seconds()).isCloseTo(3_600.0, withinPercentage(1));
        assertThat(figure.resolution().p99Seconds()).isCloseTo(25 * 3_600.0, withinPercentage(1));
    }

    @Test
    void fasterSolutionsKeepMoreCustomers() {
        RetentionFigure prompt = retention(LogOf.complaint("1").received("a").resolved(true));
        RetentionFigure slow =
                retention(
                        LogOf.complaint("1")
                                .received("a")
                                .after(Duration.ofDays(20))
                                .resolved(false));
        RetentionFigure between =
                retention(
                        LogOf.complaint("1")
                                .received("a")
                                .after(Duration.ofDays(7))
                                .resolved(false));

        assertThat(prompt.retainedCustomersEstimate()).isEqualTo(0.95);
        assertThat(slow.retainedCustomersEstimate()).isEqualTo(0.7);
        assertThat(slow.lostByDelayEstimate()).isEqualTo(0.25);
        assertThat(between.retainedCustomersEstimate()).isBetween(0.8, 0.9);
    }

    @Test
    void silenceIsCountedAndTheIcebergEstimated() {
        RetentionFigure figure =
                retention(
                        LogOf.complaint("1")
                                .received("a")
                                .resolved(false)
                                .agent(new ComplaintClosed(ClosingReason.NO_ANSWER)),
                        LogOf.complaint("2")
                                .received("a")
                                .resolved(false)
                                .answered(false, 1, 7, 0));

        assertThat(figure.silentComplainants()).isEqualTo(1);
        assertThat(figure.unsolved()).isEqualTo(1);
        assertThat(figure.dissatisfiedCustomersEstimate()).isEqualTo(50);
        assertThat(figure.silentCustomersEstimate()).isEqualTo(48);
        assertThat(figure.silentCustomersLostEstimate()).isEqualTo(44);
        assertThat(figure.model()).isEqualTo("retention@1");
    }

    @Test
    void talliesOfPartsAddUpToTheWhole() {
        Tally one = Tally.EMPTY.plus(Map.of("a", 1L)).plus("wait", Duration.ofSeconds(1));
        Tally other = Tally.EMPTY.plus(Map.of("a", 2L)).plus("wait", Duration.ofSeconds(3));

        assertThat(one.plus(other).count("a")).isEqualTo(3);
        assertThat(one.plus(other).quantiles("wait").count()).isEqualTo(2);
        assertThat(one.plus(other).quantiles("wait").at(0.99))
                .isCloseTo(Duration.ofSeconds(3), Duration.ofMillis(30));
    }

    private static LogOf clock(LogOf log) {
        return log.agent(
                new ClockStarted(
                        new ClockName("resolution"),
                        ClockFamily.SERVICE,
                        LogOf.START,
                        LogOf.START,
                        LogOf.START,
                        PolicyVersion.parse("sla@1"),
                        PolicyVersion.parse("calendar@1")));
    }

    private static RetentionFigure retention(LogOf... logs) {
        return RETENTION.document(Cell.overall(), ask(RETENTION, logs).get(Cell.overall()));
    }

    private static Map<Cell, Tally> ask(Question question, LogOf... logs) {
        Map<Cell, Tally> tallies = new HashMap<>();
        for (LogOf log : logs) {
            ComplaintFacts before = null;
            for (RecordedEvent event : log.events()) {
                ComplaintFacts after = FactsFold.fold(before, event);
                Stand past = before == null ? Stand.NOTHING : question.stand(before);
                question.stand(after)
                        .since(past)
                        .forEach(
                                (cell, more) ->
                                        change(tallies, cell, tally(tallies, cell).plus(more)));
                for (Measurement measured : question.measured(before, after)) {
                    List<Cell> cells = measured.cells();
                    cells.forEach(
                            cell ->
                                    change(
                                            tallies,
                                            cell,
                                            tally(tallies, cell)
                                                    .plus(
                                                            measured.measure(),
                                                            measured.duration())));
                }
                before = after;
            }
        }
        return tallies;
    }

    private static Tally tally(Map<Cell, Tally> tallies, Cell cell) {
        return tallies.getOrDefault(cell, Tally.EMPTY);
    }

    private static void change(Map<Cell, Tally> tallies, Cell cell, Tally tally) {
        tallies.put(cell, tally);
    }
}
