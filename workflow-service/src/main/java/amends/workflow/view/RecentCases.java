package amends.workflow.view;

import amends.contracts.complaint.ComplaintId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The cases touched last, so that the next event of the same complaint needs no read. For one
/// thread.
final class RecentCases {

    private static final int MOST = 4000;

    private final CaseStore store;
    private final Map<ComplaintId, CaseFile> files =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ComplaintId, CaseFile> eldest) {
                    return size() > MOST;
                }
            };

    RecentCases(CaseStore store) {
        this.store = store;
    }

    /// Those of `ids` that exist, with at most one read from the store.
    Map<ComplaintId, CaseFile> get(Collection<ComplaintId> ids) {
        Map<ComplaintId, CaseFile> found = new HashMap<>();
        List<ComplaintId> missing = new ArrayList<>();
        for (ComplaintId id : ids) {
            CaseFile file = files.get(id);
            if (file == null) {
                missing.add(id);
            } else {
                found.put(id, file);
            }
        }
        found.putAll(store.find(missing));
        return found;
    }

    void remember(Collection<CaseFile> changed) {
        changed.forEach(file -> files.put(file.row().id(), file));
    }

    void forget() {
        files.clear();
    }
}
