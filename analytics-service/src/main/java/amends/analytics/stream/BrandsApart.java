package amends.analytics.stream;

import amends.analytics.tally.Cell;
import amends.analytics.tally.Tally;
import amends.contracts.contact.BrandName;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import java.util.HashSet;
import java.util.Set;

/// The brands that one part of the log counts apart: those it heard of first. Senders name brands
/// as they like, and each makes figures of its own for ever.
final class BrandsApart {

    static final String PREFIX = "brand-apart/";

    private final KeyValueStore<String, Tally> tallies;
    private final int most;
    private final Set<String> known = new HashSet<>();

    BrandsApart(KeyValueStore<String, Tally> tallies, int most) {
        this.tallies = tallies;
        this.most = most;
        try (KeyValueIterator<String, Tally> all =
                tallies.prefixScan(PREFIX, new StringSerializer())) {
            all.forEachRemaining(each -> known.add(each.key.substring(PREFIX.length())));
        }
    }

    boolean count(Cell cell) {
        BrandName brand = cell.brand();
        return brand == null || known.contains(brand.value()) || isOneMore(brand.value());
    }

    private boolean isOneMore(String brand) {
        if (known.size() >= most) {
            return false;
        }
        tallies.put(PREFIX + brand, Tally.EMPTY);
        return known.add(brand);
    }
}
