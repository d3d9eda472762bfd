package amends.intake.bulk;

import amends.contracts.complaint.Outcome;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The imports that run, and the last counts of those that ran.
public final class Imports {

    private final Map<String, FileImport> running = new ConcurrentHashMap<>();
    private final Map<String, Progress> finished;

    Imports(int remembered) {
        this.finished =
                new LinkedHashMap<>() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Progress> eldest) {
                        return size() > remembered;
                    }
                };
    }

    public Optional<Progress> progress(ImportId id) {
        FileImport now = running.get(id.value());
        if (now != null) {
            return Optional.of(now.progress());
        }
        synchronized (finished) {
            return Optional.ofNullable(finished.get(id.value()));
        }
    }

    int count() {
        return running.size();
    }

    /// @return false when an import of this id runs already
    boolean start(FileImport started) {
        return running.putIfAbsent(started.id().value(), started) == null;
    }

    void end(FileImport ended) {
        synchronized (finished) {
            finished.put(ended.id().value(), ended.progress());
        }
        running.remove(ended.id().value());
    }

    /// Is there an import that this correlation may belong to?
    boolean concerns(String correlation) {
        int colon = correlation.lastIndexOf(':');
        return colon > 0 && running.containsKey(correlation.substring(0, colon));
    }

    void decided(String correlation, Outcome.Disposition disposition) {
        int colon = correlation.lastIndexOf(':');
        FileImport concerned = running.get(correlation.substring(0, colon));
        String row = correlation.substring(colon + 1);
        if (concerned != null && row.matches("[0-9]{1,18}")) {
            concerned.decided(Long.parseLong(row), disposition);
        }
    }
}
