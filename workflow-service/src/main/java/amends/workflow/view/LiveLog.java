package amends.workflow.view;

import amends.contracts.complaint.ComplaintId;
import amends.workflow.view.LiveChanges.Change;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The latest changes, numbered, of each complaint the last one, so that a reader who comes back is
/// told what he missed. For one thread at a time.
final class LiveLog {

    static final int MOST = 3000;

    private record Numbered(long number, Change change) {}

    private final String life;
    private final Map<ComplaintId, Numbered> latest = new LinkedHashMap<>();
    private long last;
    private long forgotten;

    /// @param life distinguishes the numbers of this process from those of others
    LiveLog(String life) {
        this.life = life;
    }

    void add(Change change) {
        last++;
        latest.remove(change.complaint());
        latest.put(change.complaint(), new Numbered(last, change));
        if (latest.size() > MOST) {
            Iterator<Numbered> eldest = latest.values().iterator();
            forgotten = eldest.next().number();
            eldest.remove();
        }
    }

    /// Where the changes have come to.
    String position() {
        return life + "-" + last;
    }

    /// What came after a position. Empty: that is not known any more, or of another process.
    Optional<List<Change>> since(String position) {
        return number(position)
                .filter(number -> number >= forgotten && number <= last)
                .map(this::after);
    }

    private List<Change> after(long number) {
        List<Change> changes = new ArrayList<>();
        for (Numbered each : latest.values()) {
            if (each.number() > number) {
                changes.add(each.change());
            }
        }
        return changes;
    }

    private Optional<Long> number(String position) {
        String ours = life + "-";
        String digits = position.startsWith(ours) ? position.substring(ours.length()) : "";
        return digits.matches("\\d{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }
}
