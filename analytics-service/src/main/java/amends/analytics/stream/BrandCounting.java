package amends.analytics.stream;

import amends.analytics.facts.ComplaintFacts;
import amends.analytics.tally.Tally;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import java.util.Map;
import java.util.function.Consumer;

/// Counts by brand, once and in the order of their ids, the complaints that were known before
/// figures were counted by brand: some at a time, so that no transaction grows too old over it.
/// Waits that were measured before go to the queue in which the complaint is now.
final class BrandCounting {

    static final String MARK = "counted-by-brand";

    /// Its only counter is the id that was counted last.
    static final String CURSOR = "counting-by-brand";

    private final KeyValueStore<String, ComplaintFacts> facts;
    private final KeyValueStore<String, Tally> tallies;
    private final int atOnce;
    private boolean begun;
    private boolean done;
    private String last = "";

    /// @param atOnce how many complaints are counted in one call
    BrandCounting(
            KeyValueStore<String, ComplaintFacts> facts,
            KeyValueStore<String, Tally> tallies,
            int atOnce) {
        this.facts = facts;
        this.tallies = tallies;
        this.atOnce = atOnce;
    }

    /// Whether the complaint is counted by brand with each of its events; otherwise later, whole.
    boolean hasReached(String complaint) {
        begin();
        return done || complaint.compareTo(last) <= 0;
    }

    void goOn(Consumer<ComplaintFacts> count) {
        begin();
        if (done) {
            return;
        }
        int left = atOnce;
        try (KeyValueIterator<String, ComplaintFacts> ahead = facts.range(last, null)) {
            while (left > 0 && ahead.hasNext()) {
                KeyValue<String, ComplaintFacts> next = ahead.next();
                if (!next.key.equals(last)) {
                    count.accept(next.value);
                    last = next.key;
                    left--;
                }
            }
        }
        if (left > 0) {
            finish();
        } else {
            tallies.put(CURSOR, Tally.EMPTY.plus(Map.of(last, 1L)));
        }
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        done = tallies.get(MARK) != null;
        if (!done && isNothingKnown()) {
            finish();
        }
        Tally cursor = tallies.get(CURSOR);
        last = cursor == null ? "" : cursor.counts().firstKey();
    }

    private boolean isNothingKnown() {
        try (KeyValueIterator<String, ComplaintFacts> all = facts.all()) {
            return !all.hasNext();
        }
    }

    private void finish() {
        tallies.put(MARK, Tally.EMPTY);
        tallies.delete(CURSOR);
        done = true;
    }
}
