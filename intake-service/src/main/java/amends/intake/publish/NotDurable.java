package amends.intake.publish;

/// Kafka did not confirm in time; the sender has to try again, which is safe because ids are
/// derived.
public final class NotDurable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotDurable(Throwable cause) {
        super("It could not be made durable", cause);
    }
}
