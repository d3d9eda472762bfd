package amends.intake.mailbox;

import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;

import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The mails of an open folder by their UID, byte for byte as the server has them: one question for
/// as many as are named, and nothing about them is changed or kept.
final class Mails {

    private static final String WHOLE = "BODY.PEEK[]";

    private final IMAPFolder folder;

    Mails(IMAPFolder folder) {
        this.folder = folder;
    }

    /// A mail as the server lists it.
    ///
    /// @param size in bytes; -1 when the server doesn't tell
    record Listed(long uid, long size) {}

    /// Mails with this UID or a higher one, in their order. Asked for all from one on, servers name
    /// the last mail even when it is older.
    List<Listed> from(long uid) throws MessagingException {
        return listed(uid + ":*").stream().filter(mail -> mail.uid() >= uid).toList();
    }

    /// Mails with a lower UID than this.
    List<Listed> before(long uid) throws MessagingException {
        return uid <= 1 ? List.of() : listed("1:" + (uid - 1));
    }

    private List<Listed> listed(String uids) throws MessagingException {
        noop();
        return answers(uids, "RFC822.SIZE", Refused.FAILS).stream()
                .map(Mails::listed)
                .sorted(Comparator.comparingLong(Listed::uid))
                .toList();
    }

    private static Listed listed(FetchResponse answer) {
        RFC822SIZE size = answer.getItem(RFC822SIZE.class);
        return new Listed(answer.getItem(UID.class).uid, size == null ? -1 : size.size);
    }

    /// Whole mails by their UID, as the server has them; those that it doesn't give are not among
    /// them.
    Map<Long, byte[]> whole(List<Long> uids) throws MessagingException {
        UidSet these = new UidSet();
        uids.forEach(these::add);
        return bodies(answers(these.toString(), WHOLE, Refused.IS_EMPTY));
    }

    /// @throws MessageRemovedException when it is no longer there
    byte[] whole(long uid) throws MessagingException {
        return one(uid, WHOLE);
    }

    byte[] headers(long uid) throws MessagingException {
        return one(uid, "BODY.PEEK[HEADER]");
    }

    private byte[] one(long uid, String part) throws MessagingException {
        List<FetchResponse> answers = answers(String.valueOf(uid), part, Refused.FAILS);
        if (answers.isEmpty()) {
            throw new MessageRemovedException("The server no longer has it");
        }
        byte[] body = bodies(answers).get(uid);
        if (body == null) {
            throw new MessagingException("The server gave nothing of it");
        }
        return body;
    }

    private static Map<Long, byte[]> bodies(List<FetchResponse> answers) {
        Map<Long, byte[]> bodies = new HashMap<>();
        for (FetchResponse answer : answers) {
            BODY body = answer.getItem(BODY.class);
            ByteArray bytes = body == null ? null : body.getByteArray();
            if (bytes != null && bytes.getCount() > 0) {
                bodies.put(answer.getItem(UID.class).uid, bytes.getNewBytes());
            }
        }
        return bodies;
    }

    /// What a question counts as that the server refused.
    private enum Refused {
        FAILS,
        IS_EMPTY
    }

    /// What the server tells of these mails; what it tells of others meanwhile is left out.
    private List<FetchResponse> answers(String uids, String part, Refused refused)
            throws MessagingException {
        List<FetchResponse> answers = new ArrayList<>();
        folder.doCommand(
                protocol -> {
                    Response[] all =
                            protocol.command("UID FETCH " + uids + " (UID " + part + ")", null);
                    protocol.notifyResponseHandlers(all);
                    Response last = all[all.length - 1];
                    if (!last.isNO() || refused == Refused.FAILS) {
                        protocol.handleResult(last);
                    }
                    Arrays.stream(all)
                            .filter(FetchResponse.class::isInstance)
                            .map(FetchResponse.class::cast)
                            .filter(each -> each.getItem(UID.class) != null)
                            .forEach(answers::add);
                    return null;
                });
        return answers;
    }

    /// Lets the server tell what is new.
    void noop() throws MessagingException {
        folder.doCommand(
                protocol -> {
                    protocol.noop();
                    return null;
                });
    }
}
