package amends.intake.web;

/// More is in work than memory allows.
final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Busy() {
        this("Too much is being taken in at this moment. Send it again a little later.");
    }

    Busy(String detail) {
        super(detail);
    }
}
