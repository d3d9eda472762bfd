package amends.intake.mapping;

import amends.contracts.policy.PolicyName;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All mappings by name.
public final class Mappings {

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Map<PolicyName, Mapping> mappings;

    public Mappings(Collection<Mapping> mappings) {
        this.mappings =
                mappings.stream()
                        .collect(Collectors.toUnmodifiableMap(Mapping::name, Function.identity()));
    }

    public static Mapping read(InputStream yaml) {
        return read(yaml, Mapping.class);
    }

    /// The same for a mapping of another kind.
    public static <T> T read(InputStream yaml, Class<T> kind) {
        return YAML.readValue(yaml, kind);
    }

    public Optional<Mapping> named(PolicyName name) {
        return Optional.ofNullable(mappings.get(name));
    }

    public SortedSet<String> names() {
        return mappings.keySet().stream()
                .map(PolicyName::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
