package amends.intake.mailbox;

import amends.intake.mailbox.Mails.Listed;

import jakarta.mail.MessagingException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fetches mails in their order, several by one question, as many as fit into the memory that one
/// may take. After a server has failed at several, each of them is asked for by itself, so that one
/// mail at which it breaks off is found.
final class FetchAhead {

    private static final int MOST = 1_000;

    private final long bytes;
    private Map<Long, byte[]> fetched = new HashMap<>();
    private int alone;

    /// @param bytes of the mails that are held at the same time
    FetchAhead(long bytes) {
        this.bytes = bytes;
    }

    /// UIDs mean something else when a mailbox is numbered anew: nothing outlives a connection.
    void forget() {
        fetched = new HashMap<>();
    }

    /// The first of these, while the others are expected to be asked for next.
    ///
    /// @throws MessagingException when it can't be fetched at this moment
    byte[] first(Mails mailbox, List<Listed> mails) throws MessagingException {
        long uid = mails.getFirst().uid();
        if (alone == 0 && !fetched.containsKey(uid)) {
            fetchSeveral(mailbox, mails);
        }
        byte[] there = fetched.remove(uid);
        if (there == null) {
            there = mailbox.whole(uid);
            alone = Math.max(0, alone - 1);
        }
        return there;
    }

    private void fetchSeveral(Mails mailbox, List<Listed> mails) throws MessagingException {
        List<Long> uids = together(mails);
        alone = uids.size();
        fetched = mailbox.whole(uids);
        if (fetched.containsKey(uids.getFirst())) {
            alone = 0;
        }
    }

    private List<Long> together(List<Listed> mails) {
        List<Long> uids = new ArrayList<>();
        long left = bytes;
        for (Listed mail : mails) {
            left -= Math.max(0, mail.size());
            if (uids.size() == MOST || (left < 0 && !uids.isEmpty())) {
                break;
            }
            uids.add(mail.uid());
        }
        return uids;
    }
}
