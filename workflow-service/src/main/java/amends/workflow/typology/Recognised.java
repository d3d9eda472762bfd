package amends.workflow.typology;

import amends.contracts.typology.TypologySign;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A type, and the signs that spoke for it.
///
/// @param type absent: nothing speaks for one
record Recognised<T>(@Nullable T type, List<TypologySign> signs) {

    Recognised {
        signs = List.copyOf(signs);
    }

    static <T> Recognised<T> nothing() {
        return new Recognised<>(null, List.of());
    }

    int points() {
        return signs.isEmpty() ? 0 : signs.stream().mapToInt(TypologySign::points).sum();
    }
}
