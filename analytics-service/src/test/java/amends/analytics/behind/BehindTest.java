package amends.analytics.behind;

import static org.assertj.core.api.Assertions.assertThat;

import amends.analytics.LogOf;
import amends.analytics.Rules;
import amends.analytics.compliance.Compliance;
import amends.analytics.facts.ComplaintFacts;
import amends.analytics.facts.FactsFold;
import amends.analytics.facts.KnownComplaint;
import amends.analytics.retention.Retention;
import amends.analytics.satisfaction.Satisfaction;
import amends.analytics.tally.Cell;
import amends.analytics.tally.CountedIn;
import amends.analytics.tally.Question;
import amends.analytics.tally.Tally;
import amends.analytics.turnaround.Turnaround;
import amends.contracts.complaint.ComplaintEvent.ClockMet;
import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.complaint.ComplaintEvent.ComplaintMerged;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.figure.FigureView;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Figures and the complaints behind them say the same.
class BehindTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final List<Question> QUESTIONS =
            List.of(
                    new Satisfaction(ZoneId.of("Asia/Tokyo")),
                    new Turnaround(MONTH),
                    new Compliance(),
                    new Retention(Rules.retention(), MONTH));
    private static final Cell CLAIMS = new Cell("queue", "claims");
    private static final ClockName CLOCK = new ClockName("resolution");

    private final Behind behind = new Behind(QUESTIONS, 1_000);

    @Test
    void eachFigureLeadsToAsManyComplaintsAsItCounts() {
        Random random = new Random(20260301);
        Map<String, ComplaintFacts> all = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            LogOf complaint = anyComplaint(random, i);
            ComplaintFacts facts = null;
            for (RecordedEvent event : complaint.events()) {
                facts = FactsFold.fold(facts, event);
                behind.take(new KnownComplaint(complaint.id(), facts));
            }
            all.put(complaint.id().value(), facts);
        }

        Map<FigureView, Map<Cell, Tally>> figures = figures(all);
        int compared = 0;
        for (FigureView view : figures.keySet()) {
            for (Map.Entry<Cell, Tally> figure : figures.get(view).entrySet()) {
                for (String counter : figure.getValue().counts().keySet()) {
                    long members =
                            all.values().stream()
                                    .filter(
                                            it ->
                                                    CountedIn.of(QUESTIONS, it)
                                                            .in(view, figure.getKey())
                                                            .contains(counter))
                                    .count();
                    assertThat(ids(view, figure.getKey(), counter, 7))
                            .as("%s %s %s", view, figure.getKey(), counter)
                            .hasSize((int) members)
                            .doesNotHaveDuplicates();
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(50);
        assertThat(ids(Retention.VIEW, Cell.overall(), "complaints", 50))
                .hasSize((int) figures.get(Retention.VIEW).get(Cell.overall()).count("complaints"));
    }

    @Test
    void aClockThatIsMetIsNoLongerAmongTheRunningOnes() {
        LogOf complaint = LogOf.complaint("1").received("a").queued("claims");
        complaint.agent(started()).agent(new ClockMet(CLOCK, LogOf.START));
        List<RecordedEvent> events = complaint.events();
        ComplaintFacts running = fold(events.subList(0, 3));
        behind.take(new KnownComplaint(complaint.id(), running));
        assertThat(ids(Compliance.VIEW, CLAIMS, "resolution/SERVICE/RUNNING", 9)).hasSize(1);

        behind.take(new KnownComplaint(complaint.id(), fold(events)));
        assertThat(ids(Compliance.VIEW, CLAIMS, "resolution/SERVICE/RUNNING", 9)).isEmpty();
        assertThat(ids(Compliance.VIEW, CLAIMS, "resolution/SERVICE/MET", 9)).hasSize(1);

        behind.take(new KnownComplaint(complaint.id(), running));
        assertThat(ids(Compliance.VIEW, CLAIMS, "resolution/SERVICE/MET", 9))
                .as("what comes late or again changes nothing")
                .hasSize(1);
    }

    @Test
    void aMergedComplaintIsBehindNoFigure() {
        LogOf complaint = LogOf.complaint("1").received("a");
        complaint.agent(new ComplaintMerged(LogOf.complaint("2").id()));
        behind.take(new KnownComplaint(complaint.id(), fold(complaint.events())));

        assertThat(ids(Retention.VIEW, Cell.overall(), "complaints", 9)).isEmpty();
    }

    @Test
    void onlyTheNewestStayWhenThereAreTooMany() {
        Behind small = new Behind(QUESTIONS, 3);
        List<String> received = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            LogOf complaint =
                    LogOf.complaint("" + i)
                            .at(LogOf.START.plus(Duration.ofDays((i * 3) % 5)))
                            .received("a");
            received.add(complaint.id().value());
            small.take(new KnownComplaint(complaint.id(), fold(complaint.events())));
        }

        assertThat(
                        small.page(
                                Retention.VIEW,
                                Cell.overall(),
                                counters -> counters.contains("complaints"),
                                null,
                                9))
                .extracting(Key::id)
                .containsExactly(received.get(3), received.get(1), received.get(4));
        assertThat(small.isLeavingOut()).isTrue();
        assertThat(behind.isLeavingOut()).isFalse();
    }

    @Test
    void aCursorIsReadAsItWasWritten() {
        Key key = new Key(1_772_413_200_000L, "0123456789AB");
        assertThat(Key.parse(key.toString())).contains(key);
        assertThat(Key.parse("yesterday")).isEmpty();
        assertThat(Key.parse("yesterday~x")).isEmpty();
    }

    private static LogOf anyComplaint(Random random, int number) {
        LogOf complaint =
                LogOf.complaint("" + number)
                        .at(LogOf.START.plus(Duration.ofHours(random.nextInt(500))))
                        .received("a")
                        .queued(random.nextBoolean() ? "claims" : "billing");
        if (random.nextBoolean()) {
            complaint.agent(started());
        }
        if (random.nextBoolean()) {
            complaint.agent(new ClockMet(CLOCK, LogOf.START));
        }
        if (random.nextBoolean()) {
            complaint.resolved(random.nextBoolean());
        }
        if (random.nextBoolean()) {
            Integer score = random.nextBoolean() ? 1 + random.nextInt(5) : null;
            complaint.answered(random.nextBoolean(), score, score, score);
        }
        if (random.nextInt(5) == 0) {
            complaint.agent(new ComplaintMerged(LogOf.complaint("other").id()));
        }
        return complaint;
    }

    private static ClockStarted started() {
        return new ClockStarted(
                CLOCK,
                ClockFamily.SERVICE,
                LogOf.START,
                LogOf.START.plusSeconds(60),
                LogOf.START.plusSeconds(90),
                PolicyVersion.parse("sla@1"),
                PolicyVersion.parse("calendar@1"));
    }

    private static ComplaintFacts fold(List<RecordedEvent> events) {
        ComplaintFacts facts = null;
        for (RecordedEvent event : events) {
            facts = FactsFold.fold(facts, event);
        }
        return java.util.Objects.requireNonNull(facts);
    }

    private static Map<FigureView, Map<Cell, Tally>> figures(Map<String, ComplaintFacts> all) {
        Map<FigureView, Map<Cell, Tally>> figures = new HashMap<>();
        for (Question question : QUESTIONS) {
            Map<Cell, Tally> tallies = new TreeMap<>();
            all.values()
                    .forEach(
                            facts ->
                                    amends.analytics.tally.Stand.of(question, facts)
                                            .counts()
                                            .forEach(
                                                    (cell, counts) ->
                                                            tallies.merge(
                                                                    cell,
                                                                    Tally.EMPTY.plus(counts),
                                                                    Tally::plus)));
            figures.put(question.view(), tallies);
        }
        return figures;
    }

    /// All pages, one after the other.
    private List<ComplaintId> ids(FigureView view, Cell cell, String counter, int limit) {
        List<ComplaintId> ids = new ArrayList<>();
        @Nullable Key after = null;
        List<Key> page;
        do {
            page = behind.page(view, cell, counters -> counters.contains(counter), after, limit);
            page.forEach(key -> ids.add(new ComplaintId(key.id())));
            after = page.isEmpty() ? null : page.getLast();
        } while (page.size() == limit);
        return ids;
    }
}
