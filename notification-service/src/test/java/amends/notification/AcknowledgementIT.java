package amends.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.notification.NotificationEvent.EmailRequested;
import amends.contracts.notification.NotificationEvent.NotificationSent;
import amends.contracts.notification.NotificationEvent.NotificationSuppressed;

import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import java.time.Duration;

/// From a received complaint to the acknowledgement in the customer's mailbox and the fact on the
/// log.
class AcknowledgementIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void aCustomerWithAnAddressIsAcknowledgedOnceAndOneWithoutIsAccountedFor() throws Exception {
        ComplaintId reachable = Stories.complaint("<1@example.jp>");
        ComplaintId unreachable = Stories.complaint("<2@example.jp>");
        try (Surroundings around = new Surroundings();
                ConfigurableApplicationContext service = around.service()) {
            around.happens(
                    Stories.begins(reachable, "ja", "hanako@example.jp"),
                    Stories.begins(unreachable, "ja"));

            await().atMost(PATIENCE)
                    .until(() -> around.notifications(NotificationSent.class).size() == 1);
            await().atMost(PATIENCE)
                    .until(() -> around.notifications(NotificationSuppressed.class).size() == 1);

            EmailRequested request = around.notifications(EmailRequested.class).getFirst();
            NotificationSent sent = around.notifications(NotificationSent.class).getFirst();
            assertThat(sent.id()).isEqualTo(request.id());
            assertThat(around.mail().getReceivedMessages()).hasSize(1);
            MimeMessage mail = around.mail().getReceivedMessages()[0];
            assertThat(mail.getMessageID()).isEqualTo(sent.messageId().value());
            assertThat(mail.getSubject()).contains("[" + reachable.reference() + "]");
            assertThat(mail.getReplyTo()[0].toString())
                    .contains("reply+" + reachable.reference().plain() + "@");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
            assertThat(service.isRunning()).isTrue();
        }
    }
}
