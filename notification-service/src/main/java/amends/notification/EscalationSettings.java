package amends.notification;

import amends.contracts.contact.LanguageTag;
import amends.contracts.personal.EmailAddress;
import amends.contracts.routing.QueueName;
import amends.notification.rule.Colleagues;
import amends.notification.rule.Escalations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Who inside the house hears when a clock reaches a level of its escalation.
///
/// @param notified mail addresses
/// @param supervisors mail addresses
/// @param queues those that are looked after by others
@ConfigurationProperties("amends.escalation")
record EscalationSettings(
        URI publicUrl,
        @DefaultValue List<String> notified,
        @DefaultValue List<String> supervisors,
        String language,
        @DefaultValue Map<String, Desk> queues) {

    /// Who looks after one queue.
    record Desk(
            @DefaultValue List<String> notified,
            @DefaultValue List<String> supervisors,
            String language) {

        private Colleagues colleagues() {
            return EscalationSettings.colleagues(notified, supervisors, language);
        }
    }

    Escalations escalations() {
        return new Escalations(
                publicUrl,
                colleagues(notified, supervisors, language),
                queues.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        queue -> new QueueName(queue.getKey()),
                                        queue -> queue.getValue().colleagues())));
    }

    private static Colleagues colleagues(
            List<String> notified, List<String> supervisors, String language) {
        return new Colleagues(
                addresses(notified), addresses(supervisors), new LanguageTag(language));
    }

    private static List<EmailAddress> addresses(List<String> written) {
        return written.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(EmailAddress::new)
                .toList();
    }
}
