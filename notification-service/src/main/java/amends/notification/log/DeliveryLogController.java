package amends.notification.log;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.notification.NotificationId;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Optional;

/// What was sent to the customer of a complaint, and what became of it.
@RestController
@RequestMapping("/notifications")
class DeliveryLogController {

    private final DeliveryLog log;

    DeliveryLogController(DeliveryLog log) {
        this.log = log;
    }

    record Items(List<LogEntry> items) {}

    /// @param complaint a complaint's id or reference
    @GetMapping
    ResponseEntity<Object> ofComplaint(@RequestParam("complaint") String complaint) {
        return complaintId(complaint)
                .<ResponseEntity<Object>>map(id -> ResponseEntity.ok(items(id)))
                .orElseGet(
                        () ->
                                problem(
                                        HttpStatus.BAD_REQUEST,
                                        "Pass a complaint's id or reference, for example"
                                                + " ?complaint=K3F9-Q2X7-MN5T-C"));
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> one(@PathVariable("id") NotificationId id) {
        return log.find(id)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(
                        () ->
                                problem(
                                        HttpStatus.NOT_FOUND,
                                        "No notification has this id; the ids of a complaint's"
                                                + " notifications are listed by"
                                                + " /notifications?complaint=…"));
    }

    private Items items(ComplaintId id) {
        return new Items(log.entries(log.of(id)));
    }

    private static Optional<ComplaintId> complaintId(String typed) {
        try {
            return Optional.of(new ComplaintId(typed));
        } catch (IllegalArgumentException e) {
            return ComplaintReference.parse(typed).map(ComplaintReference::complaintId);
        }
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
    }
}
