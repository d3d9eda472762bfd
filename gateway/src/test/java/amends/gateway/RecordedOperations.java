package amends.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Answers as the services give them to those who keep the platform running, and what is behind its
/// figures.
final class RecordedOperations {

    static final String EVIL = "<img src=x onerror=alert(1)>\u202E{\"text\": \"煙が出ました\"}";

    private final Instant now = Instant.now();

    RecordedOperations(RecordingService service) {
        services(service);
        intake(service);
        quarantine(service);
        letters(service);
        behind(service);
        service.answer(
                "GET /notifications/failures",
                RecordingService.json(
                        """
                        {"items": [{"id": "n9", "complaintId": "smoke", "reference": "%s", "kind": "FOLLOW_UP", "status": "FAILED",
                          "at": "%s", "delivery": "email", "reason": "smtp-550-mailbox-unavailable", "attempts": 3}]}\
                        """
                                .formatted(RecordedComplaints.SMOKE, ago(40))));
    }

    private void services(RecordingService service) {
        service.answer(
                "GET /actuator/health",
                RecordingService.json(
                        """
                        {"status": "UP", "components": {"mongo": {"status": "UP"}, "streams": {"status": "UP"}, "view": {"status": "DOWN"}, "ping": {"status": "UP"}, "livenessState": {"status": "UP"}, "ssl": {"status": "DOWN"}}}\
                        """));
        service.answer(
                "GET /actuator/metrics/process.uptime",
                RecordingService.json(
                        """
                        {"measurements": [{"statistic": "VALUE", "value": 98765.4}]}\
                        """));
        service.answer(
                "GET /actuator/metrics/amends.timer.lateness",
                RecordingService.json(
                        """
                        {"measurements": [{"statistic": "COUNT", "value": 1204.0}, {"statistic": "TOTAL_TIME", "value": 60.2}, {"statistic": "MAX", "value": 0.31}]}\
                        """));
        service.answer(
                "GET /operations/lag",
                RecordingService.json(
                        """
                        {"asOf": "%s", "items": [
                          {"group": "amends-workflow", "running": false, "lag": 1284, "topics": [{"topic": "amends.contacts", "lag": 1284}]},
                          {"group": "amends-analytics", "running": true, "lag": 12, "topics": [{"topic": "amends.complaints", "lag": 12}]},
                          {"group": "amends-notification", "running": true, "lag": 0, "topics": [{"topic": "amends.complaints", "lag": 0}]}]}\
                        """
                                .formatted(now)));
    }

    private void intake(RecordingService service) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        String items =
                IntStream.range(0, 40)
                        .mapToObj(
                                i ->
                                        """
                                        {"minute": "%s", "channel": "%s", "received": %d, "accepted": %d, "quarantined": %d, "setAside": 0, "rejected": %d, "failed": 0, "underWay": %d}\
                                        """
                                                .formatted(
                                                        minute.minus(Duration.ofMinutes(i / 2)),
                                                        i % 2 == 0 ? "email" : "web",
                                                        8 + i % 5,
                                                        6 + i % 5 - (i == 21 ? 1 : 0),
                                                        i % 3 == 0 ? 1 : 2,
                                                        i % 3 == 0 ? 1 : 0,
                                                        i == 21 ? 1 : 0))
                        .collect(Collectors.joining(","));
        service.answer(
                "GET /operations/intake",
                RecordingService.json(
                        """
                        {"asOf": "%s", "items": [%s], "sources": [
                          {"minute": "%s", "source": "mailbox:care", "received": 9, "new": 4, "appended": 2, "known": 1, "quarantined": 1, "setAside": 1, "rejected": 0, "failed": 0, "open": 0},
                          {"minute": "%s", "source": "shop", "received": 12, "new": 8, "appended": 1, "known": 1, "quarantined": 0, "setAside": 0, "rejected": 1, "failed": 0, "open": 1},
                          {"minute": "%s", "source": "shop", "received": 3, "new": 2, "appended": 1, "known": 0, "quarantined": 0, "setAside": 0, "rejected": 0, "failed": 0, "open": 0}],
                         "missing": {"count": 1, "contacts": [{"contactId": "c-7f0", "source": "shop", "since": "%s"}]},
                         "remainders": [{"source": "mailbox:care", "kind": "MAILBOX", "count": 2, "ids": ["uid 501", "uid 502"], "since": "%s", "overdue": true}]}\
                        """
                                .formatted(
                                        now,
                                        items,
                                        minute,
                                        minute.minus(Duration.ofMinutes(11)),
                                        minute.minus(Duration.ofMinutes(12)),
                                        minute.minus(Duration.ofMinutes(11)),
                                        minute.minus(Duration.ofMinutes(15)))));
    }

    private void quarantine(RecordingService service) {
        String item =
                """
                "status": "quarantined", "at": "%s", "source": "shop", "channel": "email", "reason": "event-type-unknown",
                "detail": "No channel reads com.example.other", "mediaType": "application/json"\
                """
                        .formatted(ago(12));
        service.answer(
                "GET /quarantine",
                RecordingService.json(
                        """
                        {"items": [{"id": "q1", %s}, {"id": "q2", %s}, {"id": "q3", %s}],
                         "lying": {"count": 3, "oldestSeconds": 108000, "overdue": true}}\
                        """
                                .formatted(item, item, item)));
        service.answer(
                "GET /quarantine/q1",
                RecordingService.json(
                        """
                        {"id": "q1", %s, "content": "%s"}\
                        """
                                .formatted(
                                        item,
                                        Base64.getEncoder()
                                                .encodeToString(
                                                        EVIL.getBytes(StandardCharsets.UTF_8)))));
        service.answer(
                "POST /quarantine/q1/retry",
                RecordingService.json(
                        """
                        {"status": "quarantined", "reason": "event-type-unknown", "detail": "No channel reads com.example.other"}\
                        """));
        for (String id : new String[] {"q2", "q3"}) {
            service.answer(
                    "POST /quarantine/" + id + "/retry",
                    RecordingService.json(
                            """
                            {"status": "released", "contactId": "k1"}\
                            """));
        }
        service.answer(
                "POST /quarantine/q1/edit",
                RecordingService.json(
                        """
                        {"status": "released", "contactId": "k1"}\
                        """));
        service.answer(
                "POST /quarantine/q1/discard",
                RecordingService.json(
                        """
                        {"status": "discarded"}\
                        """));
    }

    private void letters(RecordingService service) {
        service.answer(
                "GET /operations/dead-letters",
                RecordingService.json(
                        """
                        {"complete": true, "items": [
                          {"id": "amends.contacts-dlt:3:17", "at": "%s", "replayable": true, "key": "0123456789AB", "type": "Contact",
                           "source": {"topic": "amends.contacts", "partition": 3, "offset": 4711},
                           "error": "amends.contracts.wire.UnreadableMessage", "reason": "Unexpected end of input at line 1, column 1024"},
                          {"id": "amends.complaints-dlt:0:2", "at": "%s", "replayable": true, "source": {"topic": "amends.complaints", "partition": 0}},
                          {"id": "amends.access-dlt:0:1", "at": "%s", "replayable": false, "source": {"topic": "amends.access", "partition": 0}}]}\
                        """
                                .formatted(ago(30), ago(90), ago(95))));
        service.answer(
                "POST /operations/dead-letters/amends.contacts-dlt:3:17/replay",
                RecordingService.json(
                        """
                        {"by": "agent:hanako", "at": "%s"}\
                        """
                                .formatted(now)));
    }

    private void behind(RecordingService service) {
        String known =
                """
                "receivedAt": "%s", "channel": "email", "product": "CleanAir 300", "queue": "safety", "priority": "URGENT",
                "standing": "OPEN", "firstReplySeconds": 2400.0, "satisfaction": 2\
                """
                        .formatted(ago(300));
        String page =
                """
                {"complete": %s, %s "items": [{"complaintId": "smoke", "reference": "%s", %s}, {"complaintId": "b", "reference": "%s"}]}\
                """;
        for (String path :
                new String[] {"recurrence/k1", "satisfaction", "sla", "turnaround", "retention"}) {
            service.answer(
                    "GET /analytics/" + path + "/complaints",
                    exchange -> {
                        String query = exchange.getRequestURI().getQuery();
                        boolean first = query == null || !query.contains("cursor=more");
                        RecordingService.json(
                                        page.formatted(
                                                first,
                                                first ? "\"next\": \"more\"," : "",
                                                first
                                                        ? RecordedComplaints.SMOKE
                                                        : "0001-K3F9-Q2X7-M",
                                                known,
                                                first ? "0002-K3F9-Q2X7-M" : "0003-K3F9-Q2X7-M"))
                                .to(exchange);
                    });
        }
    }

    private String ago(long minutes) {
        return now.minus(Duration.ofMinutes(minutes)).toString();
    }
}
