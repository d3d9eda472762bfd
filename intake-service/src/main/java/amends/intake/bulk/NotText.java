package amends.intake.bulk;

/// A file is no text in any charset that can be recognised.
public final class NotText extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotText() {
        super(
                "The charset can't be recognised. Say it in the Content-Type, for example"
                        + " text/csv;charset=Shift_JIS.");
    }
}
