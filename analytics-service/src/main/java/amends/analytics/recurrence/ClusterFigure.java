package amends.analytics.recurrence;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.figure.FigureView;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/// A recurring concern as people see it.
///
/// @param label its most telling words, as customers wrote them
/// @param concerns how often it was told; a customer may have told it more than once
/// @param distinctCustomers different customers over all time
/// @param distinctBy of these, how many were told apart by what
/// @param examples the first complaints
/// @param days the last days on which it was told, oldest first; weeks are ISO weeks such as
///   2026-W09, months 2026-03
/// @param mergedInto the cluster that this one became part of; then nothing else is counted here
public record ClusterFigure(
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
        List<Period> days,
        List<Period> weeks,
        List<Period> months,
        @Nullable String mergedInto) {

    public static final FigureView VIEW = new FigureView("recurrence");

    /// How many days are told of at most.
    public static final int MOST_DAYS = 92;

    /// Different customers of one day, week or month.
    public record Period(String period, int distinctCustomers) {}
}
