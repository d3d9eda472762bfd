package amends.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.name.TypedName;
import amends.contracts.personal.Personal;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;

import org.junit.jupiter.api.Test;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Personal data lives only in components typed as personal: no message carries a bare string
/// anywhere.
class PersonalDataTest {

    @Test
    void noMessageCarriesABareString() {
        List<String> bare = new ArrayList<>();
        Set<Class<?>> seen = new HashSet<>();
        for (Topic<?> topic : Topics.all()) {
            walk(topic.type(), seen, bare);
        }
        assertThat(seen).hasSizeGreaterThan(80);
        assertThat(bare).isEmpty();
    }

    @Test
    void aBareStringWouldBeFound() {
        record Careless(List<String> notes) {}
        List<String> bare = new ArrayList<>();
        walk(Careless.class, new HashSet<>(), bare);
        assertThat(bare).containsExactly("Careless.notes");
    }

    @Test
    void personalValuesDoNotPrintThemselves() {
        for (Class<?> type : Personal.class.getPermittedSubclasses()) {
            assertThat(printed(type)).doesNotContain("secret");
        }
    }

    private static String printed(Class<?> type) {
        try {
            return type.getDeclaredConstructor(String.class).newInstance("secret").toString();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " is no record of one string", e);
        }
    }

    private static void walk(Class<?> type, Set<Class<?>> seen, List<String> bare) {
        if (!seen.add(type)
                || TypedName.class.isAssignableFrom(type)
                || Personal.class.isAssignableFrom(type)) {
            return;
        }
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses())
                    .forEach(member -> walk(member, seen, bare));
        }
        if (type.isRecord() && !isWrittenAsOneWord(type)) {
            Arrays.stream(type.getRecordComponents())
                    .forEach(component -> walk(component, seen, bare));
        }
    }

    /// References and policy versions hold a checked string and check it themselves.
    private static boolean isWrittenAsOneWord(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(
                        m ->
                                m.isAnnotationPresent(
                                        com.fasterxml.jackson.annotation.JsonValue.class));
    }

    private static void walk(RecordComponent component, Set<Class<?>> seen, List<String> bare) {
        for (Class<?> type : classesIn(component.getGenericType())) {
            if (type == String.class) {
                bare.add(
                        component.getDeclaringRecord().getSimpleName() + "." + component.getName());
            }
            walk(type, seen, bare);
        }
    }

    private static List<Class<?>> classesIn(Type type) {
        return switch (type) {
            case Class<?> c -> List.of(c);
            case ParameterizedType p ->
                    Arrays.stream(p.getActualTypeArguments())
                            .flatMap(argument -> classesIn(argument).stream())
                            .toList();
            default -> throw new AssertionError("An unexpected kind of component: " + type);
        };
    }
}
