package amends.intake.publish;

/// An input is larger than can be kept.
public final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param than what it does not fit into
    public TooLarge(String than) {
        super("Larger than " + than);
    }

    TooLarge(Throwable cause) {
        super("Larger than the log takes", cause);
    }
}
