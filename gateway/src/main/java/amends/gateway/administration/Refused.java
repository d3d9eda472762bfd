package amends.gateway.administration;

import org.springframework.http.HttpStatus;

/// A change that is not made, and why.
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    Refused(HttpStatus status, String why) {
        super(why);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
