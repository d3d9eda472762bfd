package amends.notification.stream;

import amends.contracts.stream.BoundedStores;
import amends.contracts.stream.StoreMemory;

/// The stores of what is known of customers and of what waits for its day.
public final class NotificationStores extends BoundedStores {

    private static final StoreMemory MEMORY = new StoreMemory(16, 8, 1, 2);

    public NotificationStores() {
        super(MEMORY);
    }
}
