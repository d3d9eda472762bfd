package amends.analytics.recurrence;

import amends.analytics.recurrence.ClusterFigure.Period;
import amends.contracts.contact.IdentifiedBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Who told the concern of one cluster: its customers by day, and by what they are told apart.
/// Weeks, months and the whole are united from the days, so that nobody counts twice in them.
public record ClusterCounts(
        SortedMap<LocalDate, DistinctCustomers> byDay,
        SortedMap<IdentifiedBy, DistinctCustomers> byIdentification) {

    private static final int MOST_WEEKS = 106;
    private static final int MOST_MONTHS = 60;

    public ClusterFigure figure(Cluster cluster, Trend trend, List<String> label) {
        return new ClusterFigure(
                cluster.id(),
                cluster.product(),
                String.join(" ", label),
                label,
                cluster.size(),
                united(byDay, _ -> "").values().stream().mapToInt(DistinctCustomers::count).sum(),
                counts(byIdentification),
                cluster.examples(),
                cluster.firstDay(),
                cluster.lastDay(),
                trend,
                last(ClusterFigure.MOST_DAYS, united(byDay, LocalDate::toString)),
                last(MOST_WEEKS, united(byDay, ClusterCounts::week)),
                last(MOST_MONTHS, united(byDay, day -> YearMonth.from(day).toString())),
                null);
    }

    private static <K> SortedMap<K, Integer> counts(SortedMap<K, DistinctCustomers> customers) {
        SortedMap<K, Integer> counts = new TreeMap<>();
        customers.forEach((key, distinct) -> counts.put(key, distinct.count()));
        return counts;
    }

    private static SortedMap<String, DistinctCustomers> united(
            SortedMap<LocalDate, DistinctCustomers> byDay, Function<LocalDate, String> period) {
        SortedMap<String, DistinctCustomers> united = new TreeMap<>();
        byDay.forEach(
                (day, customers) ->
                        united.merge(period.apply(day), customers, DistinctCustomers::plus));
        return united;
    }

    private static List<Period> last(int most, SortedMap<String, DistinctCustomers> periods) {
        return periods.entrySet().stream()
                .skip(Math.max(0, periods.size() - most))
                .map(
                        (Map.Entry<String, DistinctCustomers> period) ->
                                new Period(period.getKey(), period.getValue().count()))
                .toList();
    }

    private static String week(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
