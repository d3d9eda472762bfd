package amends.notification.rule;

import amends.contracts.contact.LanguageTag;
import amends.contracts.personal.EmailAddress;

import java.util.List;

/// Who inside the house looks after a queue.
///
/// @param notified who hear when a level of escalation asks to notify
/// @param supervisors who hear when it calls a supervisor
/// @param language in which all of them are written to
public record Colleagues(
        List<EmailAddress> notified, List<EmailAddress> supervisors, LanguageTag language) {

    public Colleagues {
        notified = List.copyOf(notified);
        supervisors = List.copyOf(supervisors);
    }
}
