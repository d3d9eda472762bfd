package amends.gateway.console;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/// Where a browser finds the libraries that the console imports by name. Each library's jar brings
/// its part; the content security policy allows exactly this text, by its hash.
@Component
final class ImportMap {

    /// Libraries of which the console takes only one file, by name.
    @ConfigurationProperties("amends.gateway.console")
    record Settings(Map<String, String> modules) {}

    private record Part(Map<String, String> imports) {}

    private final String json;

    ImportMap(Settings settings) {
        Map<String, String> imports = new TreeMap<>(settings.modules());
        try {
            for (Resource part :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:META-INF/importmap.json")) {
                imports.putAll(
                        JsonMapper.shared()
                                .readValue(part.getContentAsByteArray(), Part.class)
                                .imports());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.json = JsonMapper.shared().writeValueAsString(new Part(imports));
    }

    String json() {
        return json;
    }

    /// As a source expression of a content security policy.
    String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(json.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
