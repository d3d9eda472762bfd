package amends.analytics.compliance;

import amends.analytics.facts.ClockFact;
import amends.analytics.facts.ComplaintFacts;
import amends.analytics.tally.Cell;
import amends.analytics.tally.Question;
import amends.analytics.tally.Stand;
import amends.analytics.tally.Tally;
import amends.contracts.figure.FigureView;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Counts how the clocks stand, by queue and by priority.
public final class Compliance implements Question {

    public static final FigureView VIEW = new FigureView("compliance");

    @Override
    public FigureView view() {
        return VIEW;
    }

    @Override
    public Stand stand(ComplaintFacts facts) {
        Map<String, Long> counters = new HashMap<>();
        facts.clocks().forEach((clock, fact) -> counters.put(counter(clock, fact), 1L));
        return counters.isEmpty() ? Stand.NOTHING : Stand.of(cells(facts), counters);
    }

    private static String counter(String clock, ClockFact fact) {
        return new ClockCounter(clock, fact.family(), fact.state()).toString();
    }

    private static List<Cell> cells(ComplaintFacts facts) {
        List<Cell> cells = new ArrayList<>(Cell.overallAndQueue(facts.place()));
        if (facts.place().priority() != null) {
            cells.add(
                    new Cell("priority", facts.place().priority().name().toLowerCase(Locale.ROOT)));
        }
        return cells;
    }

    @Override
    public ComplianceFigure document(Cell cell, Tally tally) {
        return ComplianceFigure.of(cell, tally);
    }
}
