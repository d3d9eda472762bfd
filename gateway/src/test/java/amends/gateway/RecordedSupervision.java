package amends.gateway;

import java.time.Duration;
import java.time.Instant;

/// Answers as the service gives them to those who have authority over others.
final class RecordedSupervision {

    static final String OTHER = "0007-K3F9-Q2X7-M";

    private final Instant now = Instant.now();

    private final RecordingService service;

    RecordedSupervision(RecordingService service) {
        this.service = service;
        approvals(7);
        service.answer(
                "GET /complaints/smoke/comparable-offers",
                RecordingService.json(
                        """
                        {"items": [{"complaint": "other", "reference": "%s", "product": "CleanAir 300", "rootCause": "PRODUCT_DEFECT",
                          "remedy": {"type": "Material", "kind": "REFUND", "amount": 79800, "currency": "JPY"}, "proposedAt": "%s", "state": "accepted"}]}\
                        """
                                .formatted(OTHER, ago(4000))));
        service.answer(
                "GET /board/escalations",
                RecordingService.json(
                        "{\"items\": [%s, %s]}"
                                .formatted(
                                        row("smoke", RecordedComplaints.SMOKE, "掃除機から煙が出ました"),
                                        row("other", OTHER, "The holiday was ruined"))));
        decisions(service);
        agents(service);
    }

    /// Somebody replies while the proposal waits: the next refusal of it comes too late.
    void isFaster() {
        service.answer(
                "POST /complaints/smoke/refuse-approval",
                exchange -> {
                    approvals(8);
                    service.answer("POST /complaints/smoke/refuse-approval", accepted());
                    RecordingService.status(
                                    412,
                                    "application/problem+json",
                                    """
                                    {"status": 412, "rule": "STALE_VERSION", "explanation": "x", "allowed": [], "version": 8, "changed": [
                                      {"version": 8, "at": "%s", "actor": {"kind": "AGENT", "name": "wang"}, "type": "ReplySent", "event": {"text": "We look into it"}}]}\
                                    """
                                            .formatted(ago(1)))
                            .to(exchange);
                });
    }

    /// Nothing waits any more.
    void nothingWaits() {
        service.answer("GET /board/approvals", RecordingService.json("{\"items\": []}"));
    }

    /// @param version of the smoking vacuum cleaner
    private void approvals(int version) {
        service.answer(
                "GET /board/approvals",
                RecordingService.json(
                        """
                        {"items": [
                          {"complaint": %s, "approval": {"remedy": {"type": "Material", "kind": "REFUND", "amount": 84000, "currency": "JPY"},
                             "explanation": "全額をご返金いたします。", "proposer": {"kind": "AGENT", "name": "sato"}, "reasons": ["BEYOND_REMEDY_LIMIT"],
                             "stake": 84000, "missing": 1, "state": "waiting", "requestedAt": "%s", "approvedBy": []}},
                          {"complaint": %s, "approval": {"remedy": {"type": "Material", "kind": "VOUCHER", "amount": 620, "currency": "EUR"},
                             "explanation": "A voucher for the next holiday.", "proposer": {"kind": "AGENT", "name": "smith"},
                             "reasons": ["BEYOND_CUSTOMER_LIMIT", "SPLIT_WITHIN_COMPLAINT"],
                             "stake": 1640, "missing": 2, "state": "waiting", "requestedAt": "%s", "approvedBy": ["tanaka"]}}]}\
                        """
                                .formatted(
                                        row("smoke", RecordedComplaints.SMOKE, "掃除機から煙が出ました")
                                                .replace(
                                                        "\"version\": 7",
                                                        "\"version\": " + version),
                                        ago(35),
                                        row("other", OTHER, "The holiday was ruined by the noise"),
                                        ago(190))));
    }

    private void decisions(RecordingService service) {
        service.answer("POST /complaints/smoke/refuse-approval", accepted());
        service.answer("POST /complaints/other/approve", accepted());
        service.answer(
                "POST /complaints/smoke/approve",
                RecordingService.status(
                        409,
                        "application/problem+json",
                        """
                        {"status": 409, "rule": "BEYOND_AUTHORITY", "explanation": "You may approve up to 50000 JPY; ask johnson", "allowed": [], "version": 7}\
                        """));
        service.answer(
                "GET /board/appeals",
                RecordingService.json(
                        "{\"items\": [{\"complaint\": %s, \"review\": {%s}}]}"
                                .formatted(
                                        row("other", OTHER, "The holiday was ruined by the noise"),
                                        review("appealed"))));
        service.answer("POST /complaints/other/decide-appeal", accepted());
        service.answer("POST /complaints/other/review-quality", accepted());
        service.answer("POST /complaints/smoke/appeal-review", accepted());
    }

    private void agents(RecordingService service) {
        service.answer(
                "GET /agents",
                RecordingService.json(
                        "{\"items\": [%s, %s, %s]}"
                                .formatted(
                                        agent("sato", 38, 40, "PRESENT", true),
                                        agent("smith", 12, 40, "AWAY", true),
                                        agent("chen", 0, 20, "OFFLINE", false))));
        service.answer(
                "PUT /agents/smith/presence",
                RecordingService.json("{\"present\": false, \"presence\": \"OFFLINE\"}"));
        service.answer(
                "GET /agents/sato/signs",
                RecordingService.json(
                        """
                        {"signs": [{"complaint": "smoke", "reference": "%1$s", "sign": "NO_PROPER_GREETING", "at": "%3$s"},
                           {"complaint": "other", "reference": "%2$s", "sign": "SENT_ROUND", "at": "%3$s"},
                           {"complaint": "other", "reference": "%2$s", "sign": "NO_PROPER_GREETING", "at": "%3$s"}],
                         "reviews": [{"complaint": "other", "reference": "%2$s", %4$s},
                           {"complaint": "smoke", "reference": "%1$s", "review": "r2", "reviewer": {"kind": "AGENT", "name": "tanaka"}, "agent": "sato",
                            "at": "%3$s", "state": "given", "answers": [{"sign": "TALKING_DOWN", "seen": true}]}]}\
                        """
                                .formatted(
                                        RecordedComplaints.SMOKE,
                                        OTHER,
                                        ago(500),
                                        review("appealed"))));
        service.answer(
                "GET /complaints",
                RecordingService.json(
                        "{\"items\": [%s]}".formatted(row("other", OTHER, "The holiday"))));
        String note =
                """
                {"id": "n1", "at": "%s", "by": {"kind": "AGENT", "name": "tanaka"}, "text": "The apology was just right.\\nName a time next.", "about": "%s"}\
                """
                        .formatted(ago(2000), OTHER);
        service.answer(
                "GET /agents/sato/coaching-notes",
                RecordingService.json("{\"items\": [%s]}".formatted(note)));
        service.answer("POST /agents/sato/coaching-notes", RecordingService.json(note));
    }

    private static RecordingService.Answer accepted() {
        return RecordingService.json(
                "{\"complaintId\": \"smoke\", \"reference\": \"%s\", \"version\": 8, \"status\": \"assessed\"}"
                        .formatted(RecordedComplaints.SMOKE));
    }

    private String review(String state) {
        return """
        "review": "r1", "reviewer": {"kind": "AGENT", "name": "tanaka"}, "agent": "sato", "at": "%s", "state": "%s",
        "answers": [{"sign": "EXCUSES", "seen": true}, {"sign": "IMPATIENCE", "seen": false}],
        "note": "Twice in one letter", "appeal": "That sentence was a quotation of the customer"\
        """
                .formatted(ago(900), state);
    }

    private static String agent(
            String name, int load, int capacity, String presence, boolean onShift) {
        return """
        {"id": "%s", "present": %s, "pools": [{"pool": "service", "skills": ["lang:ja", "billing"], "capacity": %d, "load": %d,
          "present": %s, "levels": {}, "capacities": {}, "loads": {}, "presence": "%s", "onShift": %s, "asks": %s}]}\
        """
                .formatted(
                        name,
                        presence.equals("PRESENT"),
                        capacity,
                        load,
                        presence.equals("PRESENT"),
                        presence,
                        onShift,
                        !onShift);
    }

    private String row(String id, String reference, String title) {
        return """
        {"id": "%1$s", "reference": "%2$s", "status": "assessed", "queue": "safety", "owner": "sato",
         "priority": {"level": "URGENT", "score": 120, "policy": "priority@1", "factors": [{"factor": "danger-to-people", "points": 100, "evidence": ["煙"]}]},
         "clocks": [
           {"clock": "acknowledgement", "state": "met", "startedAt": "%3$s", "warnAt": "%3$s", "dueAt": "%3$s", "metAt": "%3$s"},
           {"clock": "resolution", "state": "breached", "startedAt": "%3$s", "warnAt": "%3$s", "dueAt": "%4$s", "escalation": 150}],
         "nextDue": "%4$s", "channel": "email", "language": "ja", "product": "CleanAir 300", "title": "%5$s",
         "customer": {"id": "c1", "name": "山田 花子", "tier": "premium"}, "receivedAt": "%3$s", "changedAt": "%4$s", "version": 7, "contacts": 1}\
        """
                .formatted(id, reference, ago(900), ago(12), title);
    }

    private String ago(long minutes) {
        return now.minus(Duration.ofMinutes(minutes)).toString();
    }
}
