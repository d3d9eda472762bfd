package amends.analytics.retention;

import amends.analytics.tally.Cell;
import amends.analytics.tally.Tally;
import amends.contracts.contact.BrandName;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// Who stays and who is lost, estimated by a retention model. Counts are counted; whatever ends in
/// `Estimate` is not.
///
/// @param brand absent: of all brands together
/// @param model name and version of the model
/// @param resolvedPromptly on the spot or within the model's prompt hours
/// @param unsolved resolved as the company sees it, but not as the customer says
/// @param noAnswer closed because the customer did not answer the follow-up
/// @param proposalUnanswered a solution was proposed, and the customer has not said a word since
/// @param silentComplainants complained and then fell silent: the two together
/// @param dissatisfiedCustomersEstimate complaints ÷ the share that complains: the whole iceberg
/// @param silentCustomersEstimate the part below the water
/// @param silentCustomersLostEstimate of these, who never come back
/// @param retainedCustomersEstimate complainants who stay, for resolved complaints
/// @param retainedIfAllPromptEstimate who would stay, had all been resolved promptly
/// @param lostByDelayEstimate the difference
/// @param customersLostPerHourEstimate what an hour costs while the open complaints wait
/// @param lostUnsolvedEstimate complainants who leave because the problem stayed
/// @param peopleToldEstimate how many hear of it from dissatisfied customers, at least
/// @param mostPeopleToldEstimate and at most
/// @param savedInCostsOfKeepingOneEstimate what retained customers save against winning new ones,
///   in units of what keeping one customer costs
public record RetentionFigure(
        String by,
        String value,
        @Nullable BrandName brand,
        String model,
        long complaints,
        long open,
        long resolved,
        long resolvedPromptly,
        long unsolved,
        long noAnswer,
        long proposalUnanswered,
        long silentComplainants,
        long dissatisfiedCustomersEstimate,
        long silentCustomersEstimate,
        long silentCustomersLostEstimate,
        double retainedCustomersEstimate,
        double retainedIfAllPromptEstimate,
        double lostByDelayEstimate,
        double customersLostPerHourEstimate,
        double lostUnsolvedEstimate,
        long peopleToldEstimate,
        long mostPeopleToldEstimate,
        double savedInCostsOfKeepingOneEstimate) {

    private static final double DIGITS = 1_000;

    static RetentionFigure of(Cell cell, Tally tally, RetentionModel model) {
        long complaints = tally.count(Retention.COMPLAINTS);
        long unsolved = tally.count(Retention.UNSOLVED);
        long noAnswer = tally.count(Retention.NO_ANSWER);
        long unanswered = tally.count(Retention.PROPOSAL_UNANSWERED);
        Resolved resolved = Resolved.of(tally, model);
        long dissatisfied = Math.round(complaints / model.complainingShare());
        long silent = dissatisfied - complaints;
        double allPrompt = resolved.count() * model.stayingWhenPrompt();
        return new RetentionFigure(
                cell.by(),
                cell.value(),
                cell.brand(),
                model.reference(),
                complaints,
                tally.count(Retention.OPEN),
                resolved.count(),
                resolved.promptly(),
                unsolved,
                noAnswer,
                unanswered,
                noAnswer + unanswered,
                dissatisfied,
                silent,
                Math.round(silent * model.silentLostShare()),
                rounded(resolved.staying()),
                rounded(allPrompt),
                rounded(allPrompt - resolved.staying()),
                rounded(tally.count(Retention.OPEN) * model.lostPerHour()),
                rounded(unsolved * model.leavingWhenUnsolved()),
                dissatisfied * model.peopleTold(),
                dissatisfied * model.mostPeopleTold(),
                rounded(resolved.staying() * (model.costOfWinningOverKeeping() - 1)));
    }

    private record Resolved(long count, long promptly, double staying) {

        static Resolved of(Tally tally, RetentionModel model) {
            long onTheSpot = tally.count(Retention.ON_THE_SPOT);
            Resolved sum =
                    new Resolved(onTheSpot, onTheSpot, onTheSpot * model.stayingWhenPrompt());
            for (Map.Entry<String, Long> counter : tally.counts().entrySet()) {
                if (counter.getKey().startsWith(Retention.RESOLVED_AFTER_HOURS)) {
                    String hours =
                            counter.getKey().substring(Retention.RESOLVED_AFTER_HOURS.length());
                    sum = sum.plus(counter.getValue(), Long.parseLong(hours), model);
                }
            }
            return sum;
        }

        Resolved plus(long more, long hours, RetentionModel model) {
            return new Resolved(
                    count + more,
                    promptly + (hours <= model.promptHours() ? more : 0),
                    staying + more * model.stayingAfter(hours));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
