package amends.workflow.view;

import amends.contracts.name.TypedName;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Names that many open complaints share, held once: seven of each complaint's strings are such.
final class SharedNames {

    /// Names beyond are held by each complaint for itself.
    private static final int MOST = 20_000;

    private final Map<TypedName, TypedName> names = new ConcurrentHashMap<>();

    /// The first that was equal to it.
    @SuppressWarnings("unchecked") // equal records are of one class
    <T extends TypedName> T once(T name) {
        TypedName known = names.get(name);
        if (known == null && names.size() < MOST) {
            known = names.putIfAbsent(name, name);
        }
        return known == null ? name : (T) known;
    }

    <T extends TypedName> @Nullable T onceIfAny(@Nullable T name) {
        return name == null ? null : once(name);
    }
}
