package amends.analytics.turnaround;

import amends.analytics.facts.ComplaintFacts;
import amends.analytics.facts.Milestones;
import amends.analytics.tally.Cell;
import amends.analytics.tally.Measurement;
import amends.analytics.tally.Question;
import amends.analytics.tally.Stand;
import amends.analytics.tally.Tally;
import amends.contracts.figure.FigureView;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Measures how long customers wait for the acknowledgement, a person's first reply and the first
/// resolution.
///
/// The wait begins when the complaint reached the company. History that is imported much later (see
/// `historyAfter`) begins to wait when it is taken in: nobody could answer it here before.
public final class Turnaround implements Question {

    public static final FigureView VIEW = new FigureView("turnaround");

    static final String COMPLAINTS = "complaints";
    static final String ON_THE_SPOT = "onTheSpot";
    static final String ACKNOWLEDGEMENT = "acknowledgement";
    static final String FIRST_REPLY = "firstReply";
    static final String RESOLUTION = "resolution";

    private final Duration historyAfter;

    public Turnaround(Duration historyAfter) {
        this.historyAfter = historyAfter;
    }

    @Override
    public FigureView view() {
        return VIEW;
    }

    @Override
    public Stand stand(ComplaintFacts facts) {
        Map<String, Long> counters = new HashMap<>();
        counters.put(COMPLAINTS, 1L);
        Milestones milestones = facts.milestones();
        counters.put(ACKNOWLEDGEMENT, milestones.acknowledged() == null ? 0L : 1L);
        counters.put(FIRST_REPLY, milestones.firstReply() == null ? 0L : 1L);
        counters.put(RESOLUTION, milestones.firstResolved() == null ? 0L : 1L);
        counters.put(ON_THE_SPOT, milestones.onTheSpot() ? 1L : 0L);
        return Stand.of(Cell.overallAndQueue(facts.place()), counters);
    }

    @Override
    public List<Measurement> measured(@Nullable ComplaintFacts before, ComplaintFacts after) {
        List<Measurement> measured = new ArrayList<>();
        Milestones past = before == null ? null : before.milestones();
        Milestones now = after.milestones();
        add(
                measured,
                ACKNOWLEDGEMENT,
                past == null ? null : past.acknowledged(),
                now.acknowledged(),
                after);
        add(
                measured,
                FIRST_REPLY,
                past == null ? null : past.firstReply(),
                now.firstReply(),
                after);
        add(
                measured,
                RESOLUTION,
                past == null ? null : past.firstResolved(),
                now.firstResolved(),
                after);
        return measured;
    }

    private void add(
            List<Measurement> measured,
            String measure,
            @Nullable Instant past,
            @Nullable Instant now,
            ComplaintFacts facts) {
        if (past == null && now != null) {
            Duration waited = Duration.between(facts.origin().waitingSince(historyAfter), now);
            measured.add(
                    new Measurement(
                            measure,
                            waited.isNegative() ? Duration.ZERO : waited,
                            Cell.overallAndQueue(facts.place())));
        }
    }

    @Override
    public TurnaroundFigure document(Cell cell, Tally tally) {
        return TurnaroundFigure.of(cell, tally);
    }
}
