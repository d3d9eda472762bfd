package amends.intake.mailbox;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The UIDs that were fetched from a mailbox, written like `1:500,502`, so that ten thousand take
/// no more room than one.
final class UidSet {

    private static final String TO = ":";
    private static final String AND = ",";

    private final NavigableMap<Long, Long> ranges = new TreeMap<>();

    static UidSet parse(String written) {
        UidSet uids = new UidSet();
        for (String range : written.isEmpty() ? new String[0] : written.split(AND, -1)) {
            String[] ends = range.split(TO, -1);
            uids.ranges.put(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
        }
        return uids;
    }

    /// All before this one.
    static UidSet before(long next) {
        UidSet uids = new UidSet();
        if (next > 1) {
            uids.ranges.put(1L, next - 1);
        }
        return uids;
    }

    boolean contains(long uid) {
        Map.Entry<Long, Long> range = ranges.floorEntry(uid);
        return range != null && uid <= range.getValue();
    }

    void add(long uid) {
        if (contains(uid)) {
            return;
        }
        Map.Entry<Long, Long> before = ranges.floorEntry(uid);
        long start = before != null && before.getValue() == uid - 1 ? before.getKey() : uid;
        Long joined = ranges.remove(uid + 1);
        ranges.put(start, joined == null ? uid : joined);
    }

    @Override
    public String toString() {
        return ranges.entrySet().stream()
                .map(
                        each ->
                                each.getKey().equals(each.getValue())
                                        ? each.getKey().toString()
                                        : each.getKey() + TO + each.getValue())
                .collect(Collectors.joining(AND));
    }
}
