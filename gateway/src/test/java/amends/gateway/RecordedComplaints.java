package amends.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Answers as the services give them, about invented complaints, so that the console can be seen
/// without the services.
final class RecordedComplaints {

    static final String SMOKE = "0123-4567-89AB-T";

    private record Kind(
            String level,
            String factor,
            String evidence,
            int points,
            String queue,
            String title,
            String product,
            String customer,
            String language,
            String channel,
            String owner) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind(
                            "URGENT",
                            "danger-to-people",
                            "\"煙\", \"やけど\"",
                            100,
                            "safety",
                            "掃除機の使用中に煙が出て、手にやけどをしました",
                            "CleanAir 300",
                            "山田 花子",
                            "ja",
                            "email",
                            "yamamoto"),
                    new Kind(
                            "URGENT",
                            "danger-to-people",
                            "\"fire\", \"burned\"",
                            100,
                            "safety",
                            "Toaster caught fire and burned the cabinet above it",
                            "Crisp 2",
                            "Martha Jones",
                            "en",
                            "phone",
                            "johnson"),
                    new Kind(
                            "HIGH",
                            "media-or-authority",
                            "\"消费者协会\"",
                            30,
                            "escalation",
                            "三次维修都没有解决，我要向消费者协会投诉",
                            "WashPro 8",
                            "王 小明",
                            "zh",
                            "chat",
                            "li"),
                    new Kind(
                            "HIGH",
                            "strong-emotion",
                            "\"unacceptable\"",
                            30,
                            "billing",
                            "Charged twice for the same order, this is unacceptable",
                            "Subscription",
                            "Daniel Novak",
                            "en",
                            "web",
                            "garcia"),
                    new Kind(
                            "NORMAL",
                            "repeat-contact",
                            "\"2\"",
                            10,
                            "general",
                            "取扱説明書の設定方法が分かりません",
                            "CleanAir 200",
                            "佐藤 健",
                            "ja",
                            "email",
                            "sato"),
                    new Kind(
                            "NORMAL",
                            "wish",
                            "\"would be nice\"",
                            -10,
                            "general",
                            "It would be nice if the app remembered my filter settings",
                            "App",
                            "Erin Walsh",
                            "en",
                            "web",
                            ""));

    private final Instant now = Instant.now();
    private final RecordedBoard board;
    private final List<String> rows = new ArrayList<>();
    private volatile long version = 7;

    RecordedComplaints(RecordingService service) {
        for (int i = 0; i < 140; i++) {
            Kind kind = KINDS.get(i * 3 / 140 * 2 + i % 2);
            rows.add(
                    row(
                            kind,
                            i,
                            reference(i),
                            kind.title(),
                            "acknowledged",
                            version,
                            i == 0 ? "running" : null));
        }
        board = new RecordedBoard(service, rows.size(), rows::get);
        service.answer(
                "GET /agents",
                RecordingService.json(
                        """
                        {"items": [{"id": "sato"}, {"id": "yamamoto"}, {"id": "johnson"}]}\
                        """));
        service.answer(
                "GET /complaints/" + SMOKE,
                exchange -> RecordingService.json(complaint()).to(exchange));
        service.answer(
                "GET /complaints/smoke/playbook",
                RecordingService.json(
                        """
                        {"temper": "ANGRY", "relation": "PREMIUM", "policy": "playbook@1", "language": "en",
                         "opening": "Let it all out without interrupting. Then show sympathy and say sorry.",
                         "steps": [
                           {"step": "soothe", "text": "Speak slowly and calmly, and name the feeling."},
                           {"step": "find-the-point", "text": "Ask for the facts one by one."},
                           {"step": "deliberate", "text": "Never leave a silence."},
                           {"step": "bring-the-solution", "text": "Begin with the result."},
                           {"step": "prove", "text": "Get in touch yourself afterwards."}],
                         "dos": ["Hear the anger to its end"], "donts": ["Hide behind rules"],
                         "questions": ["What troubles you most right now?"],
                         "templates": [{"title": "First reply", "text": "Dear 山田 花子,\\n\\nI am truly sorry (0123-4567-89AB-T)."}]}\
                        """));
        service.answer(
                "POST /complaints/smoke/correct-typology",
                RecordingService.json(
                        """
                        {"complaintId": "smoke", "reference": "0123-4567-89AB-T", "version": 7, "status": "acknowledged"}\
                        """));
        service.answer(
                "GET /complaints/WXYZ-WXYZ-WXYZ-0",
                RecordingService.status(
                        404,
                        "application/problem+json",
                        "{\"status\": 404, \"detail\": \"There is no such complaint\"}"));
        service.answer(
                "POST /complaints/smoke/resolve",
                RecordingService.status(
                        409,
                        "application/problem+json",
                        """
                        {"status": 409, "detail": "The remedy has not been carried out", "rule": "REMEDY_NOT_EXECUTED",
                         "explanation": "The remedy has not been carried out; do that first", "allowed": ["execute-remedy", "reply"],
                         "version": 7}\
                        """));
        service.answer(
                "POST /complaints/smoke/clarify",
                RecordingService.status(
                        412,
                        "application/problem+json",
                        """
                        {"status": 412, "detail": "The complaint has changed", "rule": "STALE_VERSION",
                         "explanation": "The complaint has changed since version 7", "allowed": ["clarify"], "version": 7}\
                        """));
        service.answer(
                "POST /complaints/smoke/reply",
                exchange -> {
                    version++;
                    RecordingService.json(
                                    "{\"complaintId\": \"smoke\", \"reference\": \"%s\", \"version\": %d, \"status\": \"acknowledged\"}"
                                            .formatted(SMOKE, version))
                            .to(exchange);
                });
        service.answer(
                "GET /notifications",
                RecordingService.json(
                        """
                        {"items": [{"id": "n1", "complaintId": "smoke", "kind": "ACKNOWLEDGEMENT", "status": "SENT", "round": 0,
                          "requestedAt": "%s", "settledAt": "%s", "to": "hanako@example.jp", "subject": "受け付けました [%s]",
                          "text": "このたびはご不便をおかけし、申し訳ございません。\\n担当者から改めてご連絡いたします。"}]}\
                        """
                                .formatted(ago(58), ago(58), SMOKE)));
        insight(service);
    }

    private void insight(RecordingService service) {
        service.answer(
                "GET /analytics/brands",
                RecordingService.json("{\"items\": [\"Hearth\", \"オレンジ家電\"]}"));
        service.answer(
                "GET /analytics/recurrence",
                RecordingService.json(
                        """
                        {"asOf": "%s", "items": [
                          {"id": "k1", "product": "CleanAir 300", "label": "煙 異臭 モーター", "words": ["煙", "異臭", "モーター"], "distinctCustomers": 41, "concerns": 48, "rising": true,
                           "distinctBy": {"EMAIL": 30, "PHONE": 11}, "firstDay": "2026-10-05", "lastDay": "2026-11-06",
                           "periods": [{"period": "2026-W41", "distinctCustomers": 2}, {"period": "2026-W42", "distinctCustomers": 3}, {"period": "2026-W43", "distinctCustomers": 9}, {"period": "2026-W44", "distinctCustomers": 14}, {"period": "2026-W45", "distinctCustomers": 21}], "examples": ["%s"]},
                          {"id": "k2", "product": "Subscription", "label": "charged twice refund", "distinctCustomers": 23, "concerns": 31, "rising": false, "distinctBy": {"EMAIL": 23},
                           "periods": [{"period": "2026-W41", "distinctCustomers": 6}, {"period": "2026-W42", "distinctCustomers": 5}, {"period": "2026-W43", "distinctCustomers": 7}, {"period": "2026-W44", "distinctCustomers": 4}], "examples": ["%s"]},
                          {"id": "k3", "product": "WashPro 8", "label": "维修 漏水", "distinctCustomers": 12, "concerns": 15, "rising": false, "distinctBy": {"STATED_FACTS": 10, "CONTACT_ALONE": 2},
                           "periods": [{"period": "2026-W41", "distinctCustomers": 4}, {"period": "2026-W42", "distinctCustomers": 4}], "examples": []}]}\
                        """
                                .formatted(now, SMOKE, SMOKE)));
        service.answer(
                "GET /analytics/satisfaction",
                RecordingService.json(
                        """
                        {"asOf": "%s", "items": [
                          {"by": "day", "value": "2026-11-16", "answers": 12, "solvedShare": 0.75, "csatAnswers": 11, "csatMean": 3.4, "cesAnswers": 10, "cesMean": 4.1, "npsAnswers": 9, "npsScore": -11.0},
                          {"by": "day", "value": "2026-11-17", "answers": 18, "solvedShare": 0.83, "csatAnswers": 17, "csatMean": 3.9, "cesAnswers": 15, "cesMean": 3.6, "npsAnswers": 12, "npsScore": 8.3},
                          {"by": "day", "value": "2026-11-18", "answers": 15, "solvedShare": 0.87, "csatAnswers": 15, "csatMean": 4.2, "cesAnswers": 13, "cesMean": 2.9, "npsAnswers": 11, "npsScore": 27.3}]}\
                        """
                                .formatted(now)));
        service.answer(
                "GET /analytics/sla",
                RecordingService.json(
                        """
                        {"asOf": "%s", "items": [
                          {"by": "overall", "value": "all", "clock": "acknowledgement", "met": 118, "metLate": 3, "overdue": 1, "running": 18, "cancelled": 0, "keptShare": 0.967},
                          {"by": "overall", "value": "all", "clock": "first-human-reply", "met": 82, "metLate": 9, "overdue": 6, "running": 43, "cancelled": 0, "keptShare": 0.845},
                          {"by": "overall", "value": "all", "clock": "resolution", "met": 40, "metLate": 5, "overdue": 2, "running": 93, "cancelled": 0, "keptShare": 0.851},
                          {"by": "queue", "value": "safety", "clock": "first-human-reply", "met": 30, "metLate": 4, "overdue": 3, "running": 10, "cancelled": 0, "keptShare": 0.811},
                          {"by": "priority", "value": "urgent", "clock": "first-human-reply", "met": 24, "metLate": 4, "overdue": 3, "running": 8, "cancelled": 0, "keptShare": 0.774}]}\
                        """
                                .formatted(now)));
        service.answer(
                "GET /analytics/turnaround",
                RecordingService.json(
                        """
                        {"asOf": "%s", "items": [
                          {"by": "overall", "value": "all", "complaints": 140, "resolved": 45, "onTheSpot": 12, "firstContactResolutionShare": 0.267,
                           "acknowledgement": {"count": 121, "p50Seconds": 4.2, "p90Seconds": 12.0, "p95Seconds": 20.0, "p99Seconds": 31.0},
                           "firstReply": {"count": 97, "p50Seconds": 2400.0, "p90Seconds": 9100.0, "p95Seconds": 12000.0, "p99Seconds": 18000.0},
                           "resolution": {"count": 45, "p50Seconds": 22000.0, "p90Seconds": 90000.0, "p95Seconds": 120000.0, "p99Seconds": 210000.0}}]}\
                        """
                                .formatted(now)));
        service.answer(
                "GET /analytics/retention",
                RecordingService.json(
                        """
                        {"asOf": "%s", "items": [
                          {"by": "overall", "value": "all", "model": "retention@1", "complaints": 140, "open": 95, "resolved": 45, "resolvedPromptly": 20, "unsolved": 4, "noAnswer": 6, "proposalUnanswered": 3, "silentComplainants": 9,
                           "dissatisfiedCustomersEstimate": 3500, "silentCustomersEstimate": 3360, "silentCustomersLostEstimate": 3058, "retainedCustomersEstimate": 36.5, "retainedIfAllPromptEstimate": 42.75, "lostByDelayEstimate": 6.25,
                           "customersLostPerHourEstimate": 0.4, "lostUnsolvedEstimate": 3.56, "peopleToldEstimate": 31500, "mostPeopleToldEstimate": 70000, "savedInCostsOfKeepingOneEstimate": 182.5},
                          {"by": "queue", "value": "safety", "model": "retention@1", "complaints": 47, "open": 27, "resolved": 20, "retainedCustomersEstimate": 17.0, "lostByDelayEstimate": 2.0, "lostUnsolvedEstimate": 0.9}]}\
                        """
                                .formatted(now)));
    }

    /// Sends a change to everybody who watches the board.
    void change(String row) {
        board.change(row);
    }

    RecordedBoard board() {
        return board;
    }

    /// The row at a place of the board.
    String board(int place) {
        return rows.get(place);
    }

    /// The smoking vacuum cleaner, its first-reply clock breached.
    String smokeBreached() {
        return row(
                KINDS.getFirst(),
                0,
                SMOKE,
                KINDS.getFirst().title(),
                "clarified",
                version + 1,
                "breached");
    }

    /// And answered after that.
    String smokeMetLate() {
        return smokeBreached()
                .replace(
                        "\"state\": \"breached\"",
                        "\"state\": \"met\", \"metAt\": \"" + ago(0) + "\"");
    }

    String arrival(String reference, String title) {
        return row(KINDS.getFirst(), 500, reference, title, "received", 1, "warned");
    }

    private static String reference(int i) {
        return i == 0 ? SMOKE : String.format(Locale.ROOT, "%04d-K3F9-Q2X7-M", i);
    }

    private String ago(long minutes) {
        return now.minus(Duration.ofMinutes(minutes)).toString();
    }

    private String row(
            Kind kind,
            int i,
            String reference,
            String title,
            String status,
            long at,
            String firstReply) {
        String reply =
                firstReply == null
                        ? i % 9 == 0 ? "breached" : i % 5 == 0 ? "warned" : "running"
                        : firstReply;
        long due =
                switch (reply) {
                    case "breached" -> -20 - i;
                    case "warned" -> 9;
                    default -> 25 + i;
                };
        return """
        {"id": "%s", "reference": "%s", "status": "%s", "queue": "%s", %s
         "priority": {"level": "%s", "score": %d, "policy": "priority@1", "factors": [
           {"factor": "%s", "points": %d, "evidence": [%s]}, {"factor": "customer-tier", "points": 20, "evidence": ["premium"]}]},
         "clocks": [
           {"clock": "acknowledgement", "state": "met", "startedAt": "%s", "warnAt": "%s", "dueAt": "%s", "metAt": "%s"},
           {"clock": "first-human-reply", "state": "%s", "startedAt": "%s", "warnAt": "%s", "dueAt": "%s"},
           {"clock": "resolution", "state": "running", "startedAt": "%s", "warnAt": "%s", "dueAt": "%s"}],
         "nextDue": "%s", "channel": "%s", "language": "%s", "product": "%s", "title": "%s",
         "customer": {"id": "c%d", "name": "%s", "tier": "premium"}, "receivedAt": "%s", "changedAt": "%s",
         "version": %d, "contacts": %d}\
        """
                .formatted(
                        i == 0 ? "smoke" : "id" + reference,
                        reference,
                        status,
                        kind.queue(),
                        kind.owner().isEmpty() ? "" : "\"owner\": \"" + kind.owner() + "\",",
                        kind.level(),
                        kind.points() + 20,
                        kind.factor(),
                        kind.points(),
                        kind.evidence(),
                        ago(60),
                        ago(45),
                        ago(30),
                        ago(58),
                        reply,
                        ago(60),
                        ago(-due + 10),
                        ago(-due),
                        ago(60),
                        ago(-400),
                        ago(-500 - i),
                        ago(-due),
                        kind.channel(),
                        kind.language(),
                        kind.product(),
                        title,
                        i,
                        kind.customer(),
                        ago(60),
                        ago(5),
                        at,
                        1 + i % 3);
    }

    /// The smoking vacuum cleaner, whole.
    String complaint() {
        String row =
                row(
                        KINDS.getFirst(),
                        0,
                        SMOKE,
                        KINDS.getFirst().title(),
                        "acknowledged",
                        version,
                        "running");
        return row.substring(0, row.lastIndexOf(','))
                + """
                , "contacts": [{"id": "k1", "channel": "email", "source": "mail:support@example.jp", "receivedAt": "%s", "language": "ja",
                   "subject": "掃除機の使用中に煙が出て、手にやけどをしました",
                   "text": "先週購入した掃除機ですが、使用中に焦げ臭いにおいがして、煙が出ました。\\n慌ててコードを抜いたところ、右手にやけどをしました。\\n\\n子供がいるので怖くて使えません。新品と交換してください。<script>alert(1)</script>",
                   "product": "CleanAir 300", "orders": ["A-10023"],
                   "attachments": [{"fileName": "写真.jpg", "mediaType": "image/jpeg", "size": 204800, "hash": "e3"},
                     {"fileName": "請求書.exe", "mediaType": "application/octet-stream", "size": 68, "hash": "e4", "finding": "Eicar-Test-Signature"}],
                   "suggested": {"places": [{"area": "Tokyo", "words": "渋谷"}], "dates": [{"date": "2026-11-03", "words": "11月3日"}],
                     "amounts": [{"amount": 12900, "currency": "JPY", "words": "12,900円"}], "products": [{"product": "CleanAir 200", "words": "cleanair 200"}],
                     "concerns": [{"kind": "DANGER", "words": "先週購入した掃除機ですが、使用中に焦げ臭いにおいがして、煙が出ました。"}],
                     "demands": [{"kind": "REPLACEMENT", "words": "新品と交換してください。"}, {"kind": "APOLOGY", "words": "まず謝ってほしいです。"}]},
                   "original": {"partition": 3, "offset": 42}}],
                 "complainant": {"id": "c0", "identifiedBy": "EMAIL", "name": "山田 花子", "emails": ["hanako@example.jp"], "phones": ["+81312345678"], "accounts": [], "tier": "premium"},
                 "concern": {"words": "使用中に煙が出て、手にやけどをした", "product": "CleanAir 300"},
                 "demand": {"kind": "REPLACEMENT", "words": "新品と交換してほしい"},
                 "promises": [{"promise": "p1", "what": "本日中に交換品の発送日をお知らせします", "madeAt": "%s", "due": "%s", "state": "open"}],
                 "followUps": [],
                 "typology": {"temper": "ANGRY", "temperSigns": [{"sign": "angry-words", "points": 10, "evidence": ["許せない"]}], "temperCorrected": false,
                   "relation": "PREMIUM", "relationSigns": [{"sign": "tier", "points": 20, "evidence": ["premium"]}], "relationCorrected": false},
                 "timeline": [
                   {"version": 1, "at": "%s", "actor": {"kind": "CUSTOMER", "name": "customer"}, "type": "ComplaintReceived",
                    "event": {"type": "ComplaintReceived", "contact": {"channel": "email"}}},
                   {"version": 2, "at": "%s", "actor": {"kind": "AUTOMATION", "name": "priority"}, "type": "PriorityAssessed",
                    "event": {"type": "PriorityAssessed", "priority": {"level": "URGENT", "score": 110, "factors": [{"factor": "danger-to-people", "points": 100, "evidence": ["煙", "やけど"]}, {"factor": "repeat-contact", "points": 10, "evidence": ["2 contacts"]}]}}},
                   {"version": 2, "at": "%s", "actor": {"kind": "AUTOMATION", "name": "timer"}, "type": "ClockStarted",
                    "event": {"type": "ClockStarted", "clock": "resolution", "calendar": "calendar.tokyo@1"}},
                   {"version": 3, "at": "%s", "actor": {"kind": "AUTOMATION", "name": "routing"}, "type": "ComplaintQueued",
                    "event": {"type": "ComplaintQueued", "queue": "safety", "pool": "specialists", "rule": "danger-to-people"}},
                   {"version": 4, "at": "%s", "actor": {"kind": "AUTOMATION", "name": "dispatcher"}, "type": "ComplaintAssigned",
                    "event": {"type": "ComplaintAssigned", "agent": "yamamoto"}},
                   {"version": 5, "at": "%s", "actor": {"kind": "AUTOMATION", "name": "notification"}, "type": "ComplaintAcknowledged", "event": {"type": "ComplaintAcknowledged"}},
                   {"version": 6, "at": "%s", "actor": {"kind": "AGENT", "name": "yamamoto"}, "type": "ComplaintClarified",
                    "event": {"type": "ComplaintClarified", "concern": {"words": "使用中に煙が出て、手にやけどをした。"}, "demand": {"kind": "REPLACEMENT", "words": "新品と交換してほしい"}}},
                   {"version": 7, "at": "%s", "actor": {"kind": "AGENT", "name": "yamamoto"}, "type": "PromiseMade",
                    "event": {"type": "PromiseMade", "promise": "p1", "what": "本日中に交換品の発送日をお知らせします", "due": "%s"}}],
                 "allowed": ["acknowledge", "end-waiting", "assign", "hand-over", "reply", "clarify", "make-promise", "keep-promise", "assess", "propose-solution", "decline-demand", "resolve", "close", "correct-typology", "take-insight"]}\
                """
                        .formatted(
                                ago(60), ago(10), ago(-300), ago(60), ago(60), ago(60), ago(60), ago(59),
                                ago(58), ago(20), ago(10), ago(-300));
    }
}
