package amends.notification.template;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.Remedy;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.complaint.Verification;
import amends.contracts.notification.NotificationKind;
import amends.contracts.personal.FreeText;
import amends.contracts.routing.QueueName;
import amends.contracts.sla.ClockName;
import amends.notification.rule.FollowUp;
import amends.notification.rule.Notice;
import amends.notification.rule.Promised;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Notices of every kind, each in all its forms, to try templates with.
final class SampleNotices {

    private static final Instant DUE = Instant.parse("2026-04-02T09:00:00Z");

    private SampleNotices() {}

    /// @param said what somebody wrote
    static List<Notice> of(NotificationKind kind, FreeText said) {
        Promised promised = new Promised(said, DUE);
        return switch (kind) {
            case ACKNOWLEDGEMENT -> List.of(new Notice.Acknowledgement());
            case REPLY -> List.of(new Notice.Reply(said));
            case PROMISE -> List.of(new Notice.Promise(promised));
            case RENEWED_PROMISE ->
                    List.of(
                            new Notice.RenewedPromise(promised, DUE, said),
                            new Notice.RenewedPromise(null, DUE, said));
            case APOLOGY_FOR_BROKEN_PROMISE ->
                    List.of(
                            new Notice.ApologyForBrokenPromise(promised),
                            new Notice.ApologyForBrokenPromise(null));
            case HANDOVER -> List.of(new Notice.Handover(said));
            case PROPOSAL -> List.of(new Notice.Proposal(refund(), said));
            case DECLINE -> List.of(new Notice.Decline(said));
            case SOLUTION ->
                    List.of(
                            new Notice.Solution(Verification.WITH_EVIDENCE, said),
                            new Notice.Solution(Verification.UNVERIFIED, said));
            case FOLLOW_UP -> List.of(new Notice.FollowUpQuestion(new FollowUp(1, 1, DUE)));
            case REOPENING ->
                    Arrays.stream(ReopeningReason.values())
                            .<Notice>map(Notice.Reopening::new)
                            .toList();
            case THANKS -> List.of(new Notice.Thanks());
            case ESCALATION -> List.of(escalation(true), escalation(false));
        };
    }

    /// What a template of this kind may name.
    static Set<String> placeholders(NotificationKind kind) {
        Set<String> names = new TreeSet<>(Frame.PLACEHOLDERS);
        names.addAll(
                switch (kind) {
                    case ACKNOWLEDGEMENT, THANKS -> Set.of();
                    case REPLY -> Set.of("text");
                    case PROMISE, APOLOGY_FOR_BROKEN_PROMISE -> Set.of("known", "what", "due");
                    case RENEWED_PROMISE -> Set.of("known", "what", "due", "reason");
                    case HANDOVER, DECLINE -> Set.of("reason");
                    case PROPOSAL -> Set.of("remedy", "explanation");
                    case SOLUTION -> Set.of("verified", "summary");
                    case FOLLOW_UP -> Set.of("survey");
                    case REOPENING -> Set.of("because");
                    case ESCALATION ->
                            Set.of("clock", "percent", "due", "queue", "owner", "call", "page");
                });
        return names;
    }

    private static Remedy refund() {
        return new Remedy.Material(
                Remedy.MaterialKind.REFUND, new BigDecimal("39800"), Currency.getInstance("JPY"));
    }

    private static Notice escalation(boolean known) {
        return new Notice.Escalation(
                new ClockName("resolution"),
                DUE,
                150,
                known ? new QueueName("safety") : null,
                known ? new AgentId("sato") : null,
                known,
                URI.create("https://amends.example/#/complaints/sample"));
    }
}
