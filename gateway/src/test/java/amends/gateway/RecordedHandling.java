package amends.gateway;

import amends.contracts.wire.Wire;

import com.sun.net.httpserver.HttpExchange;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The smoking vacuum cleaner as several people handle it: what it becomes by their commands, who
/// else looks at it, and what its agent has to do.
final class RecordedHandling {

    private static final String SMOKE = "/complaints/smoke/";
    private final Instant now = Instant.now();
    private final RecordingService service;
    private final RecordedComplaints complaints;
    private final ObjectNode smoke;

    RecordedHandling(RecordingService service, RecordedComplaints complaints) {
        this.service = service;
        this.complaints = complaints;
        this.smoke = (ObjectNode) Wire.mapper().readTree(complaints.complaint());
        service.answer("GET /complaints/" + RecordedComplaints.SMOKE, this::whole);
        service.answer(
                "GET /complaints/0001-K3F9-Q2X7-M",
                exchange -> json("{\"id\": \"other\"}", exchange));
        service.answer("POST " + SMOKE + "reply", exchange -> accepted("reply", exchange));
        proposing();
        around();
        letters();
        work();
    }

    private synchronized void whole(HttpExchange exchange) throws IOException {
        json(smoke.toString(), exchange);
    }

    private static void json(String body, HttpExchange exchange) throws IOException {
        RecordingService.json(body).to(exchange);
    }

    private void answer(String call, String body) {
        service.answer(call, RecordingService.json(body));
    }

    // What happens

    /// Somebody does something; whoever looks at the complaint sees it.
    synchronized long happens(String who, String type, String event) {
        long version = smoke.path("version").asLong() + 1;
        smoke.put("version", version);
        ((ArrayNode) smoke.path("timeline")).add(entry(version, who, type, event));
        complaints.change(row());
        return version;
    }

    /// Somebody else writes under the id of the first contact.
    synchronized void comesAgain() {
        String contact =
                """
                {"id": "k3", "channel": "email", "source": "mail:support@example.jp", "receivedAt": "%s", "language": "en",
                 "subject": "Fire", "text": "There is a fire in the house, please answer at once!", "orders": [], "attachments": [],
                 "original": {"partition": 3, "offset": 43}, "cameAs": "k1",
                 "sender": {"id": "c9", "identifiedBy": "EMAIL", "name": "Ben", "emails": ["ben@example.org"], "phones": [], "accounts": [], "tier": "standard"}}\
                """
                        .formatted(ago(3));
        ((ArrayNode) smoke.path("contacts")).add(Wire.mapper().readTree(contact));
        happens(
                "intake",
                "ContactAppended",
                "{\"contact\": {\"channel\": \"email\"}, \"otherWords\": {\"cameAs\": \"k1\","
                        + " \"bySomebodyElse\": true}}");
    }

    private JsonNode entry(long version, String who, String type, String event) {
        ObjectNode entry = Wire.mapper().createObjectNode();
        entry.put("version", version).put("at", now.toString()).put("type", type);
        entry.putObject("actor").put("kind", "AGENT").put("name", who);
        entry.set("event", Wire.mapper().readTree(event));
        return entry;
    }

    private String row() {
        ObjectNode row = smoke.deepCopy();
        row.remove(List.of("timeline", "contacts", "allowed", "approval", "complainant"));
        return row.toString();
    }

    /// The next one of this command comes too late: somebody else was faster.
    synchronized void isFaster(String who, String command, String type, String event) {
        long seen = smoke.path("version").asLong();
        service.answer(
                "POST " + SMOKE + command,
                exchange -> {
                    long version = happens(who, type, event);
                    service.answer("POST " + SMOKE + command, then -> accepted(command, then));
                    RecordingService.status(
                                    412,
                                    "application/problem+json",
                                    """
                                    {"status": 412, "rule": "STALE_VERSION", "explanation": "x", "allowed": [], "version": %d, "changed": [%s]}\
                                    """
                                            .formatted(version, entry(seen + 1, who, type, event)))
                            .to(exchange);
                });
    }

    /// The next one of this command is carried out, but nobody hears of it.
    synchronized void losesAnswer(String command) {
        String event = "{\"text\": \"%s\"}".formatted(command);
        service.answer(
                "POST " + SMOKE + command,
                exchange -> {
                    String who = person(exchange);
                    long version = happens(who, "ReplySent", event);
                    String late =
                            """
                            {"status": 412, "rule": "STALE_VERSION", "explanation": "x", "allowed": [], "version": %d, "changed": [%s]}\
                            """
                                    .formatted(version, entry(version, who, "ReplySent", event));
                    service.answer(
                            "POST " + SMOKE + command,
                            RecordingService.status(412, "application/problem+json", late));
                    RecordingService.status(504, "application/problem+json", "{\"status\": 504}")
                            .to(exchange);
                });
    }

    private void accepted(String command, HttpExchange exchange) throws IOException {
        accepted(
                happens(person(exchange), "ReplySent", "{\"text\": \"%s\"}".formatted(command)),
                exchange);
    }

    private static void accepted(long version, HttpExchange exchange) throws IOException {
        json("{\"version\": %d}".formatted(version), exchange);
    }

    private static String person(HttpExchange exchange) {
        return RunningGateway.identity(exchange).actor().name().value();
    }

    // Proposing and approving

    private void proposing() {
        ArrayNode allowed = (ArrayNode) smoke.path("allowed");
        allowed.add("approve").add("refuse-approval").add("merge-into");
        allowed.add("separate-customer").add("rejoin-customer");
        service.answer("POST " + SMOKE + "propose-solution", this::propose);
        service.answer("POST " + SMOKE + "approve", this::approve);
        service.answer("POST " + SMOKE + "refuse-approval", this::refuse);
        answer(
                "GET /policies/authority/entitled",
                """
                {"holders": [
                  {"agent": "tanaka", "role": {"role": "supervisor", "approves": {"JPY": 500000}, "approvesWithoutLimit": false}},
                  {"agent": "wang", "role": {"role": "supervisor", "approves": {"JPY": 1000}, "approvesWithoutLimit": false}},
                  {"agent": "johnson", "role": {"role": "head", "approvesWithoutLimit": true}}]}\
                """);
        answer(
                "GET " + SMOKE + "comparable-offers",
                """
                {"items": [{"complaint": "other", "reference": "0001-K3F9-Q2X7-M", "product": "CleanAir 300",
                  "remedy": {"type": "Material", "kind": "REFUND", "amount": 42000, "currency": "JPY"}, "proposedAt": "%s", "state": "accepted"}]}\
                """
                        .formatted(now));
    }

    private synchronized void propose(HttpExchange exchange) throws IOException {
        ObjectNode approval = smoke.putObject("approval");
        approval.set(
                "remedy",
                Wire.mapper()
                        .readTree(
                                "{\"type\": \"Material\", \"kind\": \"REFUND\", \"amount\": 48000,"
                                        + " \"currency\": \"JPY\"}"));
        approval.put("explanation", "全額を返金いたします。").put("stake", 48000).put("missing", 1);
        approval.put("state", "waiting").put("requestedAt", Instant.now().toString());
        approval.putObject("proposer").put("kind", "AGENT").put("name", person(exchange));
        approval.putArray("reasons").add("BEYOND_REMEDY_LIMIT");
        approval.putArray("approvedBy");
        accepted(
                happens(
                        person(exchange),
                        "ApprovalRequested",
                        """
                        {"remedy": {"type": "Material", "kind": "REFUND", "amount": 48000, "currency": "JPY"}, "reasons": ["BEYOND_REMEDY_LIMIT"]}\
                        """),
                exchange);
    }

    private ObjectNode approval() {
        return (ObjectNode) smoke.path("approval");
    }

    private synchronized void approve(HttpExchange exchange) throws IOException {
        String who = person(exchange);
        if (approval().at("/proposer/name").asString().equals(who)) {
            RecordingService.status(
                            409,
                            "application/problem+json",
                            """
                            {"status": 409, "rule": "OWN_PROPOSAL", "explanation": "Nobody decides on his own proposal; ask somebody who is supervisor.",
                             "allowed": ["propose-solution", "reply"], "version": 8}\
                            """)
                    .to(exchange);
            return;
        }
        approval().put("state", "granted").putArray("approvedBy").add(who);
        accepted(
                happens(
                        who,
                        "ApprovalGranted",
                        "{\"approver\": \"%s\", \"missing\": 0}".formatted(who)),
                exchange);
    }

    private synchronized void refuse(HttpExchange exchange) throws IOException {
        String who = person(exchange);
        approval()
                .put("state", "refused")
                .put("refusedBy", who)
                .put("refusedBecause", "Repair it first");
        accepted(
                happens(
                        who,
                        "ApprovalRefused",
                        "{\"approver\": \"%s\", \"reason\": \"Repair it first\"}".formatted(who)),
                exchange);
    }

    // Around the complaint

    private void around() {
        answer("PUT " + SMOKE + "viewers", "{\"items\": []}");
        answer("GET " + SMOKE + "others", "{\"items\": [%s]}".formatted(other("closed")));
        samePerson();
        answer(
                "GET " + SMOKE + "duplicates",
                "{\"items\": [{\"complaint\": %s, \"likeness\": 0.82, \"sameProduct\": true}]}"
                        .formatted(other("acknowledged")));
        service.answer(
                "POST " + SMOKE + "merge-into",
                exchange ->
                        accepted(
                                happens(
                                        person(exchange),
                                        "MergeRequested",
                                        "{\"into\": \"other\"}"),
                                exchange));
        answer(
                "GET " + SMOKE + "clocks/first-human-reply",
                """
                {"clock": "first-human-reply", "family": "SERVICE", "policy": "sla@1", "calendar": "calendar.tokyo@1", "zone": "Asia/Tokyo", "recorded": [],
                 "runs": [{"outcome": "breached", "startedAt": "%s", "startedBy": {"version": 1, "event": "ComplaintReceived", "by": "CUSTOMER"}, "dueAt": "%s", "counted": "PT1H12M30.5S",
                   "intervals": [
                     {"counts": true, "from": "%s", "because": {"version": 1, "event": "ComplaintReceived", "by": "CUSTOMER"}, "to": "%s", "until": {"version": 6, "event": "ComplaintClarified", "by": "AGENT"}, "counted": "PT40M", "calendar": "calendar.tokyo@1"},
                     {"counts": false, "from": "%s", "because": {"version": 6, "event": "ComplaintClarified", "by": "AGENT"}, "to": "%s", "until": {"version": 7, "event": "PromiseMade", "by": "AGENT"}, "counted": "PT0S", "calendar": "calendar.tokyo@1"},
                     {"counts": true, "from": "%s", "because": {"version": 7, "event": "PromiseMade", "by": "AGENT"}, "counted": "PT32M30.5S", "calendar": "calendar.tokyo@1"}]}]}\
                """
                        .formatted(ago(90), ago(20), ago(90), ago(50), ago(50), ago(32), ago(32)));
    }

    private void samePerson() {
        String alone =
                """
                {"id": "c1", "identifiedBy": "EMAIL", "complaints": 1, "links": [],
                 "alike": [{"complaint": %s, "sameMailbox": false, "samePhone": true}]}\
                """
                        .formatted(other("closed"));
        answer("GET " + SMOKE + "customer", alone);
        apart(alone);
        answer("PUT " + SMOKE + "customer-links/l1/undone", alone);
        String linked =
                """
                {"id": "c1", "identifiedBy": "EMAIL", "complaints": 3, "links": [
                  {"link": "l1", "at": "%s", "by": {"kind": "AGENT", "name": "sato"}, "reason": "お電話でご本人から伺いました", "complaint": "0001-K3F9-Q2X7-M"}]}\
                """
                        .formatted(ago(1));
        answer("PUT " + SMOKE + "customer-links/0001-K3F9-Q2X7-M", linked);
        service.answer(
                "PUT " + SMOKE + "customer-links/0002-ROLE",
                RecordingService.status(
                        409,
                        "application/problem+json",
                        "{\"status\": 409, \"rule\": \"ROLE_MAILBOX\", \"detail\": \"x\"}"));
    }

    private void apart(String alone) {
        String separated =
                """
                {"id": "c9", "identifiedBy": "PHONE", "complaints": 1, "links": [], "alike": [],
                 "separated": {"at": "%s", "by": {"kind": "AGENT", "name": "sato"}, "reason": "お母様からのお電話でした"}}\
                """
                        .formatted(ago(1));
        customer("separate-customer", "CustomerSeparated", "c9", separated);
        customer("rejoin-customer", "CustomerRejoined", "c1", alone);
    }

    private void customer(String command, String event, String id, String after) {
        service.answer(
                "POST " + SMOKE + command,
                exchange -> {
                    answer("GET " + SMOKE + "customer", after);
                    ((ObjectNode) smoke.path("customer")).put("id", id);
                    accepted(
                            happens(
                                    person(exchange),
                                    event,
                                    "{\"customer\": \"%s\", \"from\": \"c8\", \"reason\": \"x\"}"
                                            .formatted(id)),
                            exchange);
                });
    }

    private String other(String status) {
        ObjectNode row = (ObjectNode) Wire.mapper().readTree(row());
        return row.put("id", "other")
                .put("reference", "0001-K3F9-Q2X7-M")
                .put("title", "掃除機から焦げ臭いにおいがします")
                .put("status", status)
                .toString();
    }

    private void letters() {
        service.answer(
                "GET /attachments/e3",
                RecordingService.status(200, "application/octet-stream", "a picture"));
        // no service sends what runs or loads; the browser would not let it all the same
        answer(
                "GET " + SMOKE + "contacts/k1/formatted",
                """
                {"html": "<p>煙が<b>出ました</b></p><script>document.body.textContent = 'ran'</script><img src='https://tracker.example/p.png'>", "pictures": 1}\
                """);
        answer(
                "GET " + SMOKE + "playbook",
                """
                {"policy": "playbook@1", "language": "ja", "salutation": "山田 花子様", "opening": "お詫びする。", "steps": [], "dos": [], "donts": [], "questions": [],
                 "templates": [{"title": "最初の返信", "text": "山田 花子様\\n\\nこのたびは申し訳ございません。［担当者名］が［日時］までにご連絡いたします。"}]}\
                """);
        answer(
                "POST /notifications/preview",
                """
                {"subject": "Re: 掃除機の使用中に煙が出て、手にやけどをしました [0123-4567-89AB-T]", "text": "山田 花子 様\\n\\n佐藤が明日までにご連絡いたします。\\n\\nExample お客様相談窓口",
                 "html": "<!DOCTYPE html><html lang=\\"ja\\"><body style=\\"margin:0;padding:24px;background:#f6f5f2;color:#1f2328\\"><div style=\\"padding:24px;background:#ffffff\\"><p>山田 花子 様</p><p><a href=\\"https://example.jp\\" style=\\"padding:12px 20px;background:#0b5cad;color:#ffffff\\">回答する</a></p></div></body></html>"}\
                """);
        answer("GET /policies/calendar.tokyo", "{\"body\": {\"zone\": \"Asia/Tokyo\"}}");
    }

    // Work

    private void work() {
        answer(
                "GET /agents",
                """
                {"items": [
                  {"id": "hanako", "present": true, "pools": [%s, {"pool": "vip", "skills": [], "capacity": 10, "load": 1, "present": true, "levels": {}, "capacities": {}, "loads": {}, "presence": "PRESENT", "onShift": false, "asks": false}]},
                  {"id": "sato", "present": false, "pools": [%s]}, {"id": "chen", "present": true, "pools": [%s]}]}\
                """
                        .formatted(pool(9), pool(3), pool(12)));
        answer(
                "GET /agents/hanako/work",
                "{\"items\": [%s, %s]}".formatted(complaints.board(0), complaints.board(5)));
        answer("PUT /agents/hanako/presence", "{\"presence\": \"AWAY\"}");
        answer(
                "POST /agents/hanako/next",
                "{\"why\": \"NO_ROOM\", \"explanation\": \"You have as many as you can have: finish"
                        + " one first.\"}");
    }

    private static String pool(int load) {
        return """
        {"pool": "service", "skills": [], "capacity": 12, "load": %d, "present": true, "levels": {}, "capacities": {"voice": 1},
         "loads": {"voice": 1, "written": 8}, "presence": "PRESENT", "onShift": true, "asks": true}\
        """
                .formatted(load);
    }

    private String ago(long minutes) {
        return now.minus(Duration.ofMinutes(minutes)).toString();
    }
}
