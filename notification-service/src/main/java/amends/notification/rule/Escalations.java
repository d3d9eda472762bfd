package amends.notification.rule;

import amends.contracts.complaint.ComplaintEvent.ClockEscalated;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.LanguageTag;
import amends.contracts.personal.EmailAddress;
import amends.contracts.routing.QueueName;
import amends.contracts.sla.EscalationAction;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Who inside the house hears of a level of escalation, as its policy asks: nobody outside does.
///
/// @param console where a complaint's page is
/// @param usual for queues that are not named
public record Escalations(URI console, Colleagues usual, Map<QueueName, Colleagues> byQueue) {

    public static final Escalations NONE =
            new Escalations(
                    URI.create("/"),
                    new Colleagues(List.of(), List.of(), new LanguageTag("en")),
                    Map.of());

    public Escalations {
        byQueue = Map.copyOf(byQueue);
    }

    /// One message to one recipient.
    public record Alarm(Notice.Escalation notice, Recipient recipient) {}

    /// Whoever is called as a supervisor is not notified as well. Who has no address gets an alarm
    /// that can't be sent, so that it is on record.
    public List<Alarm> following(ComplaintId complaint, ClockEscalated event) {
        Colleagues colleagues =
                event.queue() == null ? usual : byQueue.getOrDefault(event.queue(), usual);
        List<Alarm> alarms = new ArrayList<>();
        List<EmailAddress> called = List.of();
        if (event.actions().contains(EscalationAction.CALL_SUPERVISOR)) {
            called = colleagues.supervisors();
            alarms.addAll(alarms(notice(complaint, event, true), called, colleagues));
        }
        if (event.actions().contains(EscalationAction.NOTIFY)) {
            List<EmailAddress> others = new ArrayList<>(colleagues.notified());
            others.removeAll(called);
            if (!others.isEmpty() || called.isEmpty()) {
                alarms.addAll(alarms(notice(complaint, event, false), others, colleagues));
            }
        }
        return alarms;
    }

    private Notice.Escalation notice(ComplaintId complaint, ClockEscalated event, boolean call) {
        return new Notice.Escalation(
                event.clock(),
                event.dueAt(),
                event.percent(),
                event.queue(),
                event.owner(),
                call,
                console.resolve("/#/complaints/" + complaint));
    }

    private static List<Alarm> alarms(
            Notice.Escalation notice, List<EmailAddress> addresses, Colleagues colleagues) {
        if (addresses.isEmpty()) {
            return List.of(
                    new Alarm(notice, new Recipient(null, List.of(), colleagues.language())));
        }
        return addresses.stream()
                .distinct()
                .map(to -> new Recipient(null, List.of(to), colleagues.language()))
                .map(recipient -> new Alarm(notice, recipient))
                .toList();
    }
}
