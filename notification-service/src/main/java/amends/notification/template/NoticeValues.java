package amends.notification.template;

import amends.contracts.complaint.Verification;
import amends.contracts.contact.LanguageTag;
import amends.notification.rule.Correspondence;
import amends.notification.rule.Notice;
import amends.notification.rule.Occasion;
import amends.notification.rule.Promised;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// The values that a template may name.
record NoticeValues(Frame frame, LanguageTag language, ZoneId zone, SurveyAddress surveys) {

    Map<String, Object> of(Occasion occasion, Notice notice, Correspondence known) {
        Map<String, Object> values = new HashMap<>();
        values.put("brand", known.brand().value());
        values.put("reference", known.reference().toString());
        values.put("title", known.title().value());
        values.put("named", known.recipient().name() != null);
        if (known.recipient().name() != null) {
            values.put("name", known.recipient().name().value());
        }
        values.putAll(own(occasion, notice));
        return values;
    }

    private Map<String, Object> own(Occasion occasion, Notice notice) {
        return switch (notice) {
            case Notice.Acknowledgement _, Notice.Thanks _ -> Map.of();
            case Notice.Reply n -> Map.of("text", n.text().value());
            case Notice.Promise n -> promise(n.promised());
            case Notice.RenewedPromise n ->
                    Map.of(
                            "known",
                            n.promised() != null,
                            "what",
                            n.promised() == null ? "" : n.promised().what().value(),
                            "due",
                            frame.moment(n.due(), zone),
                            "reason",
                            n.reason().value());
            case Notice.ApologyForBrokenPromise n ->
                    n.promised() == null ? Map.of("known", false) : promise(n.promised());
            case Notice.Handover n -> Map.of("reason", n.reason().value());
            case Notice.Proposal n ->
                    Map.of(
                            "remedy", frame.remedy(n.remedy()),
                            "explanation", n.explanation().value());
            case Notice.Decline n -> Map.of("reason", n.reason().value());
            case Notice.Solution n ->
                    Map.of(
                            "verified",
                            n.verification() == Verification.WITH_EVIDENCE,
                            "summary",
                            n.summary().value());
            case Notice.FollowUpQuestion n ->
                    Map.of("survey", surveys.of(occasion, n.followUp(), language).toString());
            case Notice.Reopening n -> Map.of("because", n.reason().name());
            case Notice.Escalation n ->
                    Map.of(
                            "clock",
                            n.clock().value(),
                            "percent",
                            n.percent(),
                            "due",
                            frame.moment(n.due(), zone),
                            "queue",
                            n.queue() == null ? "" : n.queue().value(),
                            "owner",
                            n.owner() == null ? "" : n.owner().value(),
                            "call",
                            n.call(),
                            "page",
                            n.page().toString());
        };
    }

    private Map<String, Object> promise(Promised promised) {
        return Map.of(
                "known", true,
                "what", promised.what().value(),
                "due", frame.moment(promised.due(), zone));
    }
}
