package amends.deploy.mail;

import org.subethamail.smtp.server.SMTPServer;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;

/// Takes mails by SMTP on loopback, keeps each as one file and shows them on a page.
///
/// Arguments: folder, SMTP port, web port.
public final class MailSink {

    /// A mail with attachments of 10 MB, Base64 included.
    private static final int LARGEST_MAIL_BYTES = 16 * 1024 * 1024;

    private static final int CONNECTIONS = 64;

    private MailSink() {}

    public static void main(String[] arguments) throws IOException {
        Mailbox mailbox = Mailbox.open(Path.of(arguments[0]));
        InetAddress loopback = InetAddress.getLoopbackAddress();
        SMTPServer.port(Integer.parseInt(arguments[1]))
                .bindAddress(loopback)
                .softwareName("Amends mail sink")
                .maxMessageSize(LARGEST_MAIL_BYTES)
                .maxConnections(CONNECTIONS)
                .messageHandlerFactory(context -> new Delivery(mailbox))
                .build()
                .start();
        new MailPages(mailbox).serve(loopback, Integer.parseInt(arguments[2]));
    }
}
