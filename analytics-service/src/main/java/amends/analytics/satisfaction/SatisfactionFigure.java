package amends.analytics.satisfaction;

import amends.analytics.tally.Cell;
import amends.analytics.tally.Share;
import amends.analytics.tally.Tally;
import amends.contracts.contact.BrandName;

import org.jspecify.annotations.Nullable;

/// Satisfaction of those who answered; every mean stands beside the number of its answers.
///
/// @param brand absent: of all brands together
/// @param answers answered follow-ups
/// @param csatMean 1 (very dissatisfied) to 5
/// @param csatTopTwoShare share of the scores 4 and 5
/// @param cesMean effort, 1 (very easy) to 7: low is good
/// @param npsScore promoters (9, 10) less detractors (0 to 6), from -100 to 100
public record SatisfactionFigure(
        String by,
        String value,
        @Nullable BrandName brand,
        long answers,
        @Nullable Double solvedShare,
        long csatAnswers,
        @Nullable Double csatMean,
        @Nullable Double csatTopTwoShare,
        long cesAnswers,
        @Nullable Double cesMean,
        long npsAnswers,
        @Nullable Double npsScore,
        long npsPromoters,
        long npsDetractors) {

    private static final long PERCENT = 100;

    static SatisfactionFigure of(Cell cell, Tally tally) {
        long csat = tally.count("csat.count");
        long ces = tally.count("ces.count");
        long nps = tally.count("nps.count");
        long promoters = tally.count("nps.promoters");
        long detractors = tally.count("nps.detractors");
        return new SatisfactionFigure(
                cell.by(),
                cell.value(),
                cell.brand(),
                tally.count("answers"),
                Share.of(tally.count("solved"), tally.count("answers")),
                csat,
                Share.of(tally.count("csat.sum"), csat),
                Share.of(tally.count("csat.satisfied"), csat),
                ces,
                Share.of(tally.count("ces.sum"), ces),
                nps,
                Share.of(PERCENT * (promoters - detractors), nps),
                promoters,
                detractors);
    }
}
