package amends.notification.delivery;

import amends.contracts.notification.NotificationId;

/// Remembers what was settled long ago.
public interface Ledger {

    boolean isSettled(NotificationId id);
}
