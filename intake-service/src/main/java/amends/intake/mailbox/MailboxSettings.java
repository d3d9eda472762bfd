package amends.intake.mailbox;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The mailboxes that are read, by a name that stays.
@ConfigurationProperties("amends.intake")
record MailboxSettings(@DefaultValue Map<String, Mailbox> mailboxes) {

    /// One of them. Nothing in it is changed: mails stay where they are, unread.
    ///
    /// @param tls from the first byte on
    /// @param password unless there is a token
    /// @param tokenFile an OAuth 2 access token, read anew at each connection; whoever renews it
    ///   writes it there
    /// @param source as which its mails count in the books and for their brand; a mail is one,
    ///   whatever mailbox it reaches
    /// @param poll how often to look by itself, also where the server tells of new mails
    /// @param patience how long the server may take to answer
    /// @param largest the largest mail that is read whole
    record Mailbox(
            String host,
            @DefaultValue("993") int port,
            @DefaultValue("true") boolean tls,
            String user,
            @DefaultValue("") String password,
            @Nullable Path tokenFile,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("mail") String source,
            @DefaultValue("1m") Duration poll,
            @DefaultValue("30s") Duration patience,
            @DefaultValue("10MB") DataSize largest) {

        @Override
        public String toString() {
            return user + "@" + host + ":" + port + "/" + folder;
        }
    }
}
