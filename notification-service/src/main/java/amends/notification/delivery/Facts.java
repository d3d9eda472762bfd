package amends.notification.delivery;

import amends.contracts.notification.RecordedNotification;

import java.util.List;

/// Where outcomes are made known.
public interface Facts {

    /// Returns when all are durable.
    ///
    /// @throws NotDurable when that can't be said of all
    void record(List<RecordedNotification> facts) throws NotDurable;

    /// The log did not confirm in time. Recording the same again does no harm.
    final class NotDurable extends Exception {

        private static final long serialVersionUID = 1L;

        public NotDurable(Throwable cause) {
            super("Kafka did not confirm; it is tried again", cause);
        }
    }
}
