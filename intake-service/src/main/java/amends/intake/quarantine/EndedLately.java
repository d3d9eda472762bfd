package amends.intake.quarantine;

import amends.contracts.quarantine.QuarantineId;

import java.util.LinkedHashMap;
import java.util.Map;

/// How the last inputs ended: the view follows its topic by some moments.
final class EndedLately {

    private static final int REMEMBERED = 10_000;

    private final Map<QuarantineId, String> statuses =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<QuarantineId, String> eldest) {
                    return size() > REMEMBERED;
                }
            };

    synchronized void add(QuarantineId id, String status) {
        statuses.put(id, status);
    }

    /// @param shown by the view
    synchronized String status(QuarantineId id, String shown) {
        return statuses.getOrDefault(id, shown);
    }
}
