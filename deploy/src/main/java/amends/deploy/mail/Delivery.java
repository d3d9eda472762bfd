package amends.deploy.mail;

import org.subethamail.smtp.MessageHandler;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// One mail on its way in. It is on disk before the sender hears that it was taken.
final class Delivery implements MessageHandler {

    private final Mailbox mailbox;
    private final List<String> recipients = new ArrayList<>();

    Delivery(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void from(String sender) {}

    @Override
    public void recipient(String recipient) {
        recipients.add(recipient);
    }

    @Override
    public String data(InputStream data) throws IOException {
        return "kept as " + mailbox.keep(data.readAllBytes(), recipients);
    }

    @Override
    public void done() {}
}
