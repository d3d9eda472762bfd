package amends.notification.log;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.notification.DeliveryName;
import amends.contracts.notification.FailureReason;
import amends.contracts.notification.NotificationId;
import amends.contracts.notification.NotificationKind;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.time.Instant;
import java.util.List;

/// What did not reach the customer, the last first: somebody has to call or write in another way.
@RestController
@RequestMapping("/notifications/failures")
class FailureController {

    private static final int LONGEST_PAGE = 200;

    private final DeliveryLog log;

    FailureController(DeliveryLog log) {
        this.log = log;
    }

    /// One that failed, without what it said and to whom.
    ///
    /// @param at when it was given up or came back
    record Failure(
            NotificationId id,
            ComplaintId complaintId,
            ComplaintReference reference,
            NotificationKind kind,
            LogEntry.Status status,
            @Nullable Instant at,
            @Nullable DeliveryName delivery,
            @Nullable FailureReason reason,
            @Nullable Integer attempts) {

        static Failure of(LogEntry entry) {
            return new Failure(
                    entry.id(),
                    entry.complaintId(),
                    entry.complaintId().reference(),
                    entry.kind(),
                    entry.status(),
                    entry.settledAt(),
                    entry.delivery(),
                    entry.reason(),
                    entry.attempts());
        }
    }

    /// @param next cursor of the next page: the id that this one ended with
    record Failures(List<Failure> items, @Nullable String next) {}

    @GetMapping
    Failures list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        List<NotificationId> newestFirst = log.failures().ids().reversed();
        int size = Math.clamp(limit, 1, LONGEST_PAGE);
        List<NotificationId> page =
                newestFirst.stream().skip(behind(newestFirst, cursor)).limit(size).toList();
        boolean last = page.isEmpty() || page.getLast().equals(newestFirst.getLast());
        return new Failures(
                log.entries(new DeliveryLog.Notifications(page)).stream()
                        .filter(LogEntry::isFailure)
                        .map(Failure::of)
                        .toList(),
                last ? null : page.getLast().value());
    }

    private static int behind(List<NotificationId> ids, @Nullable String cursor) {
        int at = ids.stream().map(NotificationId::value).toList().indexOf(cursor);
        if (cursor != null && at < 0) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "Not a cursor of this list, or no longer. Leave it out to begin at the top.");
        }
        return at + 1;
    }
}
