package amends.notification.delivery;

import amends.contracts.notification.DeliveryName;
import amends.contracts.notification.FailureReason;
import amends.contracts.notification.MessageId;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Mail by SMTP: a batch travels over a few connections side by side, many mails over each.
final class EmailDelivery implements Delivery, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmailDelivery.class);
    private static final Attempt NOT_TRIED =
            new Attempt.NobodyThere(new FailureReason("smtp-unreachable"));

    private final Mails mails;
    private final List<SmtpConnection> connections;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    EmailDelivery(SmtpSettings settings) {
        Session session = Session.getInstance(properties(settings));
        mails = new Mails(session, settings);
        connections =
                Stream.generate(() -> new SmtpConnection(session, settings))
                        .limit(settings.connections())
                        .toList();
    }

    @Override
    public DeliveryName name() {
        return new DeliveryName("email");
    }

    @Override
    public List<Attempt> deliver(List<Outgoing> messages) {
        Attempt[] attempts = new Attempt[messages.size()];
        Arrays.fill(attempts, NOT_TRIED);
        Round round = new Round(messages, attempts, new AtomicInteger(), new AtomicBoolean());
        List<Callable<Object>> workers =
                connections.stream()
                        .limit(messages.size())
                        .map(connection -> Executors.callable(() -> round.work(connection)))
                        .toList();
        finish(workers);
        return List.of(attempts);
    }

    /// A batch shared by several connections: each takes the next message until none is left or
    /// nobody is there.
    private final class Round {

        private final List<Outgoing> messages;
        private final Attempt[] attempts;
        private final AtomicInteger next;
        private final AtomicBoolean nobodyThere;

        Round(
                List<Outgoing> messages,
                Attempt[] attempts,
                AtomicInteger next,
                AtomicBoolean nobodyThere) {
            this.messages = messages;
            this.attempts = attempts;
            this.next = next;
            this.nobodyThere = nobodyThere;
        }

        void work(SmtpConnection connection) {
            int i = next.getAndIncrement();
            while (i < messages.size() && !nobodyThere.get()) {
                attempts[i] = attempt(connection, messages.get(i));
                if (attempts[i] instanceof Attempt.NobodyThere) {
                    nobodyThere.set(true);
                }
                i = next.getAndIncrement();
            }
        }
    }

    private Attempt attempt(SmtpConnection connection, Outgoing outgoing) {
        try {
            MimeMessage mail = mails.of(outgoing);
            connection.send(mail, mail.getAllRecipients());
            return new Attempt.Accepted(new MessageId(mails.messageId(outgoing.request())));
        } catch (MessagingException e) {
            return SmtpVerdict.of(e);
        } catch (UnsupportedEncodingException | RuntimeException e) {
            LOG.error("Notification {} cannot be made into a mail", outgoing.request().id(), e);
            return new Attempt.Rejected(new FailureReason("no-mail"));
        }
    }

    private void finish(List<Callable<Object>> workers) {
        try {
            List<Future<Object>> done = new ArrayList<>(threads.invokeAll(workers));
            for (Future<Object> worker : done) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Mails could not be sent", e.getCause());
        }
    }

    private static Properties properties(SmtpSettings settings) {
        String timeout = String.valueOf(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.localhost", settings.domain());
        properties.setProperty("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.starttls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.starttls()));
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    @Override
    public void close() {
        threads.close();
        connections.forEach(SmtpConnection::close);
    }
}
