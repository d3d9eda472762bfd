package amends.gateway.directory;

/// A change that the broker does not have; it is not in force.
public final class NotDurable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDurable(Exception cause) {
        super("The change could not be made durable and is not in force. Try again.", cause);
    }
}
