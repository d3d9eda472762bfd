package amends.workflow.view;

import amends.contracts.routing.QueueName;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many clocks of open complaints will be breached in the next hours if nobody does anything.
/// Clocks that are breached already or paused are not among them.
///
/// @param hours the first one lasts until the clock strikes, the others an hour
public record Forecast(Instant asOf, List<Hour> hours) {

    public Forecast {
        hours = List.copyOf(hours);
    }

    /// What falls due from `from` on and before `to`; queues with nothing due are left out.
    public record Hour(Instant from, Instant to, List<QueueDue> queues) {
        public Hour {
            queues = List.copyOf(queues);
        }
    }

    /// @param clocks how many fall due; a complaint may have several
    public record QueueDue(QueueName queue, long clocks) {}

    static Forecast of(Collection<BoardItem> items, Instant now, int hours) {
        Instant strikes = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        List<Map<String, Long>> due = new ArrayList<>();
        for (int i = 0; i < hours; i++) {
            due.add(new TreeMap<>());
        }
        for (BoardItem item : items) {
            item.clocks()
                    .due()
                    .filter(millis -> millis >= now.toEpochMilli())
                    .map(millis -> hour(millis, strikes))
                    .filter(hour -> hour < hours)
                    .forEach(
                            hour -> due.get((int) hour).merge(item.queue().value(), 1L, Long::sum));
        }
        List<Hour> all = new ArrayList<>();
        for (int i = 0; i < hours; i++) {
            Instant to = strikes.plus(Duration.ofHours(i));
            all.add(new Hour(i == 0 ? now : to.minus(Duration.ofHours(1)), to, list(due.get(i))));
        }
        return new Forecast(now, all);
    }

    private static long hour(long millis, Instant strikes) {
        return Math.floorDiv(millis - strikes.toEpochMilli(), Duration.ofHours(1).toMillis()) + 1;
    }

    private static List<QueueDue> list(Map<String, Long> clocks) {
        return clocks.entrySet().stream()
                .map(each -> new QueueDue(new QueueName(each.getKey()), each.getValue()))
                .toList();
    }
}
