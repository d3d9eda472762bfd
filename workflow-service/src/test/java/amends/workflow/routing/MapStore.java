package amends.workflow.routing;

import org.jspecify.annotations.Nullable;

import java.util.TreeMap;

/// A store that counts how often it is asked.
final class MapStore implements LineStore {

    private final TreeMap<String, byte[]> entries = new TreeMap<>();
    private int asked;

    int asked() {
        return asked;
    }

    void forgetCounts() {
        asked = 0;
    }

    @Override
    public byte @Nullable [] get(String key) {
        asked++;
        return entries.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        asked++;
        entries.put(key, value);
    }

    @Override
    public void delete(String key) {
        asked++;
        entries.remove(key);
    }

    @Override
    public @Nullable String first(String prefix) {
        asked++;
        String key = entries.ceilingKey(prefix);
        return key != null && key.startsWith(prefix) ? key : null;
    }
}
