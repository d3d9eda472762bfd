package amends.analytics.stream;

import amends.analytics.facts.ComplaintFacts;
import amends.analytics.tally.Tally;

import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import java.util.function.Consumer;

/// Counts by brand, once, the complaints that were known before figures were counted by brand.
/// Waits that were measured before go to the queue in which the complaint is now.
final class BrandCounting {

    static final String MARK = "counted-by-brand";

    private final KeyValueStore<String, ComplaintFacts> facts;
    private final KeyValueStore<String, Tally> tallies;
    private boolean done;

    BrandCounting(
            KeyValueStore<String, ComplaintFacts> facts, KeyValueStore<String, Tally> tallies) {
        this.facts = facts;
        this.tallies = tallies;
    }

    void once(Consumer<ComplaintFacts> count) {
        if (done) {
            return;
        }
        if (tallies.get(MARK) == null) {
            try (KeyValueIterator<String, ComplaintFacts> all = facts.all()) {
                all.forEachRemaining(known -> count.accept(known.value));
            }
            tallies.put(MARK, Tally.EMPTY);
        }
        done = true;
    }
}
