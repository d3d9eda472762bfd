package amends.intake;

import amends.contracts.policy.PolicyName;
import amends.intake.mapping.Mappings;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The mappings of one kind: those shipped, and those of a folder of the user's own, which win by
/// name.
///
/// @param kind as what they are read
public record MappingFiles<T>(Class<T> kind, Function<T, PolicyName> name) {

    /// @param shipped the folder on the class path
    /// @param own a folder on the disk; blank: none
    public List<T> read(String shipped, String own) throws IOException {
        List<T> mappings = new ArrayList<>(read("classpath*:" + shipped + "/*.yaml"));
        if (!own.isBlank()) {
            List<T> mine = read("file:" + own + "/*.yaml");
            mappings.removeIf(each -> mine.stream().map(name).anyMatch(name.apply(each)::equals));
            mappings.addAll(mine);
        }
        return mappings;
    }

    private List<T> read(String pattern) throws IOException {
        List<T> mappings = new ArrayList<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            try (InputStream yaml = resource.getInputStream()) {
                mappings.add(Mappings.read(yaml, kind));
            }
        }
        return mappings;
    }
}
