package amends.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.notification.DeliveryName;
import amends.contracts.notification.MessageId;
import amends.contracts.notification.NotificationEvent.EmailRequested;
import amends.contracts.notification.NotificationEvent.NotificationSent;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.wire.Topics;
import amends.notification.Stories;
import amends.notification.Surroundings;

import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import java.time.Duration;
import java.util.List;

/// What a customer sees when the service dies at the worst moment.
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// The service as it is in the moment before it dies: mails are accepted, facts never reach the
    /// log.
    @Configuration(proxyBeanMethods = false)
    static class DiesBeforeTheFact {

        @Bean
        @Primary
        Facts lost() {
            return facts -> {
                throw new Facts.NotDurable(new IllegalStateException("died"));
            };
        }
    }

    @Test
    void betweenAcceptanceAndFactTheSameMailComesAgainUnderTheSameMessageId() throws Exception {
        try (Surroundings around = new Surroundings()) {
            around.happens(Stories.begins(Stories.complaint("<crash>"), "ja", "crash@example.jp"));
            try (ConfigurableApplicationContext dying = around.service(DiesBeforeTheFact.class)) {
                awaitMails(around, 1);
                assertThat(around.notifications(NotificationSent.class)).isEmpty();
                assertThat(dying.isRunning()).isTrue();
            }
            try (ConfigurableApplicationContext next = around.service()) {
                awaitMails(around, 2);
                await().atMost(PATIENCE)
                        .until(() -> around.notifications(NotificationSent.class).size() == 1);
                assertThat(next.isRunning()).isTrue();
            }
            List<MimeMessage> mails = around.mailsTo("crash@example.jp");
            assertThat(mails.get(0).getMessageID()).isEqualTo(mails.get(1).getMessageID());
            assertThat(around.notifications(NotificationSent.class)).hasSize(1);
        }
    }

    @Test
    void betweenFactAndOffsetNothingComesAgain() {
        try (Surroundings around = new Surroundings()) {
            try (ConfigurableApplicationContext first = around.service()) {
                assertThat(first.isRunning()).isTrue();
            }
            RecordedNotification done = Requested.recorded("<done>", "done@example.jp");
            EmailRequested request = (EmailRequested) done.event();
            around.put(Topics.NOTIFICATIONS, done);
            around.put(
                    Topics.NOTIFICATIONS,
                    new RecordedNotification(
                            done.complaintId(),
                            done.at(),
                            new NotificationSent(
                                    request.id(),
                                    request.kind(),
                                    0,
                                    new DeliveryName("email"),
                                    new MessageId("<done@amends.example>"))));
            around.put(Topics.NOTIFICATIONS, Requested.recorded("<open>", "open@example.jp"));
            try (ConfigurableApplicationContext next = around.service()) {
                await().atMost(PATIENCE)
                        .until(() -> around.notifications(NotificationSent.class).size() == 2);
                assertThat(next.isRunning()).isTrue();
            }
            assertThat(around.mailsTo("open@example.jp")).hasSize(1);
            assertThat(around.mailsTo("done@example.jp")).isEmpty();
        }
    }

    private static void awaitMails(Surroundings around, int number) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(around.mailsTo("crash@example.jp")).hasSize(number));
    }
}
