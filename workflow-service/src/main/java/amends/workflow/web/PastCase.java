package amends.workflow.web;

import amends.workflow.view.CaseFile;

import org.springframework.http.HttpStatus;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;

/// A case as it stood at an instant that somebody wrote into a query.
final class PastCase {

    private PastCase() {}

    static CaseFile of(CaseFile file, String at, Clock clock) {
        Instant instant = instant(at);
        if (instant.isAfter(clock.instant())) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST, "`at` is in the future; leave it out for the present");
        }
        return file.asOf(instant)
                .orElseThrow(
                        () ->
                                Problems.of(
                                        HttpStatus.NOT_FOUND,
                                        "The complaint was not here yet; it came at %s"
                                                .formatted(file.timeline().getFirst().at())));
    }

    static Instant instant(String at) {
        try {
            return Instant.parse(at);
        } catch (DateTimeException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "Write `at` like this: 2026-11-09T01:00:00Z");
        }
    }
}
