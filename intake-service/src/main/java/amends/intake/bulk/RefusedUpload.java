package amends.intake.bulk;

/// An upload that can't be read at all; nothing of it was taken in.
public final class RefusedUpload extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why; it decides the HTTP status.
    public enum Why {
        BUSY,
        RUNNING_ALREADY,
        UNREADABLE
    }

    private final Why why;

    RefusedUpload(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
