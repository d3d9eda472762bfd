package amends.intake.mailbox;

import amends.intake.mailbox.Mails.Listed;

import jakarta.mail.MessagingException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fetches mails in their order, several by one question, as many as fit into the memory that one
/// may take. After a server has failed at several, each of them is asked for by itself, so that one
/// mail at which it breaks off is found.
final class FetchAhead {

    private static final int MOST = 1_000;

    /// Characters of the UIDs in a question; servers take lines of 8,192 octets (RFC 7162).
    private static final int LONGEST = 4_000;

    private final long bytes;
    private Map<Long, byte[]> fetched = new HashMap<>();

    /// What the last question was for: what it did not bring is asked for by itself.
    private final Set<Long> asked = new HashSet<>();

    /// @param bytes of the mails that are held at the same time
    FetchAhead(long bytes) {
        this.bytes = bytes;
    }

    /// UIDs mean something else when a mailbox is numbered anew: nothing outlives a connection.
    void forget() {
        if (!fetched.isEmpty()) {
            fetched = new HashMap<>();
            asked.clear();
        }
    }

    /// The first of these, while the others are expected to be asked for next.
    ///
    /// @throws MessagingException when it can't be fetched at this moment
    byte[] first(Mails mailbox, List<Listed> mails) throws MessagingException {
        long uid = mails.getFirst().uid();
        if (!asked.contains(uid)) {
            fetchSeveral(mailbox, together(mails));
        }
        byte[] there = fetched.remove(uid);
        return there == null ? mailbox.whole(uid) : there;
    }

    private void fetchSeveral(Mails mailbox, List<Long> uids) throws MessagingException {
        fetched = new HashMap<>();
        asked.clear();
        asked.addAll(uids);
        fetched = mailbox.whole(uids);
    }

    private List<Long> together(List<Listed> mails) {
        List<Long> uids = new ArrayList<>();
        long left = bytes;
        int characters = 0;
        for (Listed mail : mails) {
            left -= mail.size() < 0 ? bytes : mail.size();
            characters += written(uids, mail.uid());
            boolean full = uids.size() == MOST || left < 0 || characters > LONGEST;
            if (full && !uids.isEmpty()) {
                break;
            }
            uids.add(mail.uid());
        }
        return uids;
    }

    /// Characters that one more takes: within a range none.
    private static int written(List<Long> before, long uid) {
        int count = before.size();
        boolean within =
                count > 1 && before.get(count - 1) == uid - 1 && before.get(count - 2) == uid - 2;
        return within ? 0 : String.valueOf(uid).length() + 1;
    }
}
