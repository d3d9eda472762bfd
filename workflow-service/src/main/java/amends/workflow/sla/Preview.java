package amends.workflow.sla;

import amends.contracts.complaint.ComplaintReference;
import amends.contracts.routing.QueueName;
import amends.contracts.sla.ClockName;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The sum of what a candidate policy would change, complaint by complaint. It keeps figures and a
/// few examples, however many complaints there are.
public final class Preview {

    private final SortedMap<QueueName, Shift> byQueue =
            new TreeMap<>(Comparator.comparing(QueueName::value));
    private final SortedMap<ClockName, Shift> byClock =
            new TreeMap<>(Comparator.comparing(ClockName::value));
    private Shift total = Shift.NONE;
    private int complaints;

    /// @param queue where the complaint is, or was last
    public void add(ComplaintReference complaint, @Nullable QueueName queue, WhatIf difference) {
        int gained = difference.gained().size();
        int lost = difference.lost().size();
        complaints++;
        total = total.and(complaint, gained, lost);
        if (queue != null && gained + lost > 0) {
            add(byQueue, queue, complaint, gained, lost);
        }
        Set<ClockName> clocks = new HashSet<>(difference.gained());
        clocks.addAll(difference.lost());
        for (ClockName clock : clocks) {
            int clockGained = Collections.frequency(difference.gained(), clock);
            int clockLost = Collections.frequency(difference.lost(), clock);
            add(byClock, clock, complaint, clockGained, clockLost);
        }
    }

    private static <K> void add(
            Map<K, Shift> by, K key, ComplaintReference complaint, int gained, int lost) {
        by.put(key, by.getOrDefault(key, Shift.NONE).and(complaint, gained, lost));
    }

    /// How many were looked at.
    public int complaints() {
        return complaints;
    }

    public Shift total() {
        return total;
    }

    /// Queues where nothing would change are left out.
    public SortedMap<QueueName, Shift> byQueue() {
        return Collections.unmodifiableSortedMap(byQueue);
    }

    /// Clocks that nothing would change are left out.
    public SortedMap<ClockName, Shift> byClock() {
        return Collections.unmodifiableSortedMap(byClock);
    }
}
