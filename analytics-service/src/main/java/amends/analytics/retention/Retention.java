package amends.analytics.retention;

import amends.analytics.facts.ComplaintFacts;
import amends.analytics.facts.ComplaintFacts.Standing;
import amends.analytics.tally.Cell;
import amends.analytics.tally.Question;
import amends.analytics.tally.Stand;
import amends.analytics.tally.Tally;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.figure.FigureView;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Counts how complaints ended and after how many hours; the model is applied to the sums alone, so
/// that another model needs no second reading of the log.
public final class Retention implements Question {

    public static final FigureView VIEW = new FigureView("retention");

    static final String COMPLAINTS = "complaints";
    static final String OPEN = "open";
    static final String UNSOLVED = "unsolved";
    static final String NO_ANSWER = "noAnswer";
    static final String PROPOSAL_UNANSWERED = "proposalUnanswered";
    static final String ON_THE_SPOT = "onTheSpot";
    static final String RESOLVED_AFTER_HOURS = "resolvedAfterHours.";

    private static final long HOURS_ONE_BY_ONE = 72;
    private static final long HOURS_OF_DAY = 24;
    private static final long MOST_HOURS = 90 * HOURS_OF_DAY;

    private final RetentionModel model;
    private final Duration historyAfter;

    public Retention(RetentionModel model, Duration historyAfter) {
        this.model = model;
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
        counters.put(end(facts), 1L);
        if (facts.closed() == ClosingReason.NO_ANSWER) {
            counters.put(NO_ANSWER, 1L);
        }
        if (facts.standing() == Standing.PROPOSED) {
            counters.put(PROPOSAL_UNANSWERED, 1L);
        }
        return Stand.of(Cell.overallAndQueue(facts.place()), counters);
    }

    private String end(ComplaintFacts facts) {
        if (isUnsolved(facts)) {
            return UNSOLVED;
        }
        Instant resolved = facts.milestones().firstResolved();
        boolean over = facts.standing() == Standing.RESOLVED || facts.standing() == Standing.CLOSED;
        if (resolved == null || !over) {
            return OPEN;
        }
        return facts.milestones().onTheSpot()
                ? ON_THE_SPOT
                : RESOLVED_AFTER_HOURS
                        + bucket(
                                Duration.between(
                                                facts.origin().waitingSince(historyAfter), resolved)
                                        .toHours());
    }

    private static boolean isUnsolved(ComplaintFacts facts) {
        return facts.closed() == ClosingReason.EVERYTHING_POSSIBLE_DONE
                || (!facts.answers().isEmpty() && !facts.answers().getLast().solved());
    }

    /// Whole hours for three days, then whole days.
    private static long bucket(long hours) {
        long within = Math.clamp(hours, 0, MOST_HOURS);
        return within <= HOURS_ONE_BY_ONE ? within : within / HOURS_OF_DAY * HOURS_OF_DAY;
    }

    @Override
    public RetentionFigure document(Cell cell, Tally tally) {
        return RetentionFigure.of(cell, tally, model);
    }
}
