package amends.analytics.recurrence;

import amends.contracts.contact.CustomerId;

import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.HllUnion;
import org.apache.datasketches.hll.TgtHllType;

/// How many different customers, whatever their number, in at most two kilobytes; exact for some
/// hundreds, afterwards within two percent. Two can be united, and then nobody counts twice.
public final class DistinctCustomers {

    private static final int LOG_SIZE = 12;

    private final HllSketch sketch;

    private DistinctCustomers(HllSketch sketch) {
        this.sketch = sketch;
    }

    public static DistinctCustomers none() {
        return new DistinctCustomers(new HllSketch(LOG_SIZE, TgtHllType.HLL_4));
    }

    public static DistinctCustomers read(byte[] bytes) {
        return new DistinctCustomers(HllSketch.heapify(bytes));
    }

    public DistinctCustomers plus(CustomerId customer) {
        HllSketch more = sketch.copy();
        more.update(customer.value());
        return new DistinctCustomers(more);
    }

    public DistinctCustomers plus(DistinctCustomers others) {
        HllUnion union = new HllUnion(LOG_SIZE);
        union.update(sketch);
        union.update(others.sketch);
        return new DistinctCustomers(union.getResult(TgtHllType.HLL_4));
    }

    public int count() {
        // the other estimate depends on the order in which the customers came
        return (int) Math.round(sketch.getCompositeEstimate());
    }

    public byte[] bytes() {
        return sketch.toCompactByteArray();
    }
}
