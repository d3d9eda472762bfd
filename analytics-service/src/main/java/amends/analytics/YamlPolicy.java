package amends.analytics;

import org.springframework.core.io.ClassPathResource;

import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Reads the versioned rules that stand beside the code.
final class YamlPolicy {

    private static final YAMLMapper MAPPER = YAMLMapper.builder().build();

    private YamlPolicy() {}

    static <T> T read(String name, Class<T> type) {
        try (InputStream yaml =
                new ClassPathResource("analytics/" + name + ".yaml").getInputStream()) {
            return MAPPER.readValue(yaml, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
