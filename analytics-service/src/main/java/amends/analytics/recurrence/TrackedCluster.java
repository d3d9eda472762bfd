package amends.analytics.recurrence;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/// A cluster with as many of its days as the trend needs.
///
/// @param customersByDay distinct customers of the cluster's last days
public record TrackedCluster(Cluster cluster, SortedMap<LocalDate, Integer> customersByDay) {

    public TrackedCluster on(LocalDate day, int customers, Trend.Rule rule) {
        SortedMap<LocalDate, Integer> days = new TreeMap<>(customersByDay);
        days.put(day, customers);
        LocalDate oldest = rule.usualSince(cluster.lastDay());
        return new TrackedCluster(cluster, new TreeMap<>(days.tailMap(oldest)));
    }

    public Trend trend(Trend.Rule rule, LocalDate history, LocalDate until) {
        return Trend.of(rule, customersByDay, history, until);
    }
}
