package amends.deploy.mail;

import java.time.Instant;
import java.util.List;

/// A kept mail as a list shows it.
///
/// @param id name of its file, derived from its Message-ID
public record Mail(
        String id,
        String messageId,
        String from,
        List<String> to,
        String subject,
        Instant receivedAt) {

    public Mail {
        to = List.copyOf(to);
    }
}
