package amends.notification.delivery;

import amends.contracts.notification.FailureReason;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// What a mail server's refusal means (RFC 5321 §4.2.1): 5xx never, 4xx later, no answer or 421 not
/// now for any mail.
final class SmtpVerdict {

    private static final int SERVICE_CLOSING = 421;
    private static final int UNKNOWN = -1;

    private SmtpVerdict() {}

    static Attempt of(MessagingException problem) {
        if (problem instanceof AddressException) {
            return new Attempt.Rejected(new FailureReason("bad-address"));
        }
        int code = code(problem);
        FailureReason reason =
                new FailureReason(code == UNKNOWN ? "smtp-unreachable" : "smtp-" + code);
        if (code == UNKNOWN || code == SERVICE_CLOSING) {
            return new Attempt.NobodyThere(reason);
        }
        return code >= 500 ? new Attempt.Rejected(reason) : new Attempt.PutOff(reason);
    }

    /// The innermost code is the one about the recipient; the outer one sums up.
    private static int code(@Nullable Exception problem) {
        int found = UNKNOWN;
        Exception next = problem;
        while (next != null) {
            int code = ownCode(next);
            found = code == UNKNOWN ? found : code;
            next = next instanceof MessagingException chained ? chained.getNextException() : null;
        }
        return found;
    }

    private static int ownCode(Exception problem) {
        return switch (problem) {
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSenderFailedException e -> e.getReturnCode();
            case SMTPSendFailedException e -> e.getReturnCode();
            default -> UNKNOWN;
        };
    }
}
