package amends.intake.publish;

/// An input is larger than the log takes.
public final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooLarge(Throwable cause) {
        super("Larger than the log takes", cause);
    }
}
