package amends.analytics.satisfaction;

import amends.analytics.facts.Answer;
import amends.analytics.facts.ComplaintFacts;
import amends.analytics.tally.Cell;
import amends.analytics.tally.Question;
import amends.analytics.tally.Stand;
import amends.analytics.tally.Tally;
import amends.contracts.figure.FigureView;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds up the scores of answered follow-ups by day of the answer, channel, queue and product.
public final class Satisfaction implements Question {

    public static final FigureView VIEW = new FigureView("satisfaction");

    private static final int SATISFIED_FROM = 4;
    private static final int PROMOTERS_FROM = 9;
    private static final int DETRACTORS_TO = 6;

    private final ZoneId zone;

    public Satisfaction(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public FigureView view() {
        return VIEW;
    }

    @Override
    public Stand stand(ComplaintFacts facts) {
        Stand stand = Stand.NOTHING;
        for (Answer answer : facts.answers()) {
            stand = stand.and(Stand.of(cells(facts, answer), counters(answer)));
        }
        return stand;
    }

    private List<Cell> cells(ComplaintFacts facts, Answer answer) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.overall());
        cells.add(new Cell("day", LocalDate.ofInstant(answer.at(), zone).toString()));
        cells.add(new Cell("channel", facts.origin().channel().value()));
        if (facts.place().queue() != null) {
            cells.add(new Cell("queue", facts.place().queue().value()));
        }
        if (facts.origin().product() != null) {
            cells.add(new Cell("product", facts.origin().product().value()));
        }
        return cells;
    }

    private static Map<String, Long> counters(Answer answer) {
        Map<String, Long> counters = new HashMap<>();
        counters.put("answers", 1L);
        counters.put("solved", answer.solved() ? 1L : 0L);
        score(counters, "csat", answer.satisfaction());
        score(counters, "ces", answer.effort());
        score(counters, "nps", answer.recommendation());
        Integer satisfaction = answer.satisfaction();
        if (satisfaction != null) {
            counters.put("csat.satisfied", satisfaction >= SATISFIED_FROM ? 1L : 0L);
        }
        Integer recommendation = answer.recommendation();
        if (recommendation != null) {
            counters.put("nps.promoters", recommendation >= PROMOTERS_FROM ? 1L : 0L);
            counters.put("nps.detractors", recommendation <= DETRACTORS_TO ? 1L : 0L);
        }
        return counters;
    }

    private static void score(Map<String, Long> counters, String scale, @Nullable Integer score) {
        if (score != null) {
            counters.put(scale + ".count", 1L);
            counters.put(scale + ".sum", score.longValue());
        }
    }

    @Override
    public SatisfactionFigure document(Cell cell, Tally tally) {
        return SatisfactionFigure.of(cell, tally);
    }
}
