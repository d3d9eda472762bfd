package amends.notification.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/// How to reach the mail server, and as whom.
///
/// @param user empty when the server asks for none
/// @param connections how many mails may be on their way at once
/// @param domain the part behind the @ of Message-IDs and reply addresses
@ConfigurationProperties("amends.smtp")
record SmtpSettings(
        String host,
        int port,
        String user,
        String password,
        boolean starttls,
        int connections,
        Duration timeout,
        String domain,
        String mailbox,
        String sender) {}
