package amends.intake.web;

/// One source sends more at the same time than is its share.
final class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooMany() {
        super(
                "This key has as much in work here as one sender may. Send it again a little"
                        + " later: the same input is never taken twice.");
    }
}
