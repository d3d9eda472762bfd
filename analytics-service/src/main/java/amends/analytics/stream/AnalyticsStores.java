package amends.analytics.stream;

import amends.contracts.stream.BoundedStores;
import amends.contracts.stream.StoreMemory;

/// The stores of facts and figures: small, because many figures are few bytes.
public final class AnalyticsStores extends BoundedStores {

    private static final StoreMemory MEMORY = new StoreMemory(32, 16, 2, 2);

    public AnalyticsStores() {
        super(MEMORY);
    }
}
