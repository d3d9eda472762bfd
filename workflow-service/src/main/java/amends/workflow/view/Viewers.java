package amends.workflow.view;

import amends.contracts.complaint.ActorName;
import amends.contracts.complaint.ComplaintId;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Who is looking at which complaint right now. Kept in memory alone: a restart forgets it, and the
/// next heart-beats tell it again.
@Component
public final class Viewers {

    /// Whoever has not said for so long that he still looks, has gone.
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    static final int MOST = 5000;

    /// @param writing whether he is about to do something, not only reading
    public record Viewer(ActorName name, Instant since, boolean writing) {}

    private record Place(ComplaintId complaint, ActorName name) {}

    private record Look(Viewer viewer, Instant last) {
        boolean isOver(Instant now) {
            return last.plus(PATIENCE).isBefore(now);
        }
    }

    /// Those who said it longest ago come first.
    private final Map<Place, Look> looks = new LinkedHashMap<>();

    private final Lock lock = new ReentrantLock();

    /// Somebody says that he looks. Returns who else does, the longest first.
    public List<Viewer> look(ComplaintId complaint, ActorName name, boolean writing, Instant now) {
        lock.lock();
        try {
            forgetOld(now);
            Place place = new Place(complaint, name);
            Look before = looks.remove(place);
            Instant since = before == null ? now : before.viewer().since();
            List<Viewer> others = at(complaint);
            looks.put(place, new Look(new Viewer(name, since, writing), now));
            if (looks.size() > MOST) {
                looks.remove(looks.keySet().iterator().next());
            }
            return others;
        } finally {
            lock.unlock();
        }
    }

    /// He looks away.
    public void leave(ComplaintId complaint, ActorName name) {
        lock.lock();
        try {
            looks.remove(new Place(complaint, name));
        } finally {
            lock.unlock();
        }
    }

    private List<Viewer> at(ComplaintId complaint) {
        return looks.entrySet().stream()
                .filter(each -> each.getKey().complaint().equals(complaint))
                .map(each -> each.getValue().viewer())
                .sorted(Comparator.comparing(Viewer::since))
                .toList();
    }

    private void forgetOld(Instant now) {
        looks.values().removeIf(look -> look.isOver(now));
    }
}
