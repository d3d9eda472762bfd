package amends.workflow.web;

import amends.workflow.web.Problems.FieldError;

import org.springframework.web.ErrorResponseException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// A span of time that is over, or partly so.
///
/// @param to not a part of it
record History(Instant from, Instant to) {

    /// Each end is an instant, or a date, which stands for the whole day in UTC.
    static History read(String from, String to) {
        History history = new History(instant(from, 0, "/from"), instant(to, 1, "/to"));
        if (!history.from.isBefore(history.to)) {
            throw invalid("Later than `from`", "/to");
        }
        return history;
    }

    private static Instant instant(String written, int daysOfADate, String pointer) {
        try {
            return written.contains("T")
                    ? Instant.parse(written)
                    : LocalDate.parse(written)
                            .plusDays(daysOfADate)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            throw invalid("Write 2026-11-09 or 2026-11-09T01:00:00Z", pointer);
        }
    }

    private static ErrorResponseException invalid(String detail, String pointer) {
        return Problems.invalid(List.of(new FieldError(detail, pointer)));
    }
}
