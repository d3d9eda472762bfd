package amends.intake.web;

import amends.intake.channel.Fault;

import org.springframework.http.HttpStatus;

import java.util.List;

/// A request that is not taken in, as it becomes a problem document.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Fault> faults;

    Refusal(HttpStatus status, String detail) {
        this(status, detail, List.of());
    }

    Refusal(HttpStatus status, String detail, List<Fault> faults) {
        super(detail);
        this.status = status;
        this.faults = faults;
    }

    HttpStatus status() {
        return status;
    }

    List<Fault> faults() {
        return faults;
    }
}
