package amends.deploy.e2e;

import amends.deploy.local.LocalPlatform;
import amends.deploy.local.PlatformOptions;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// One running platform for all journeys; customers are asked after two seconds, not after days. It
/// is stopped when the last test is over.
final class SharedPlatform implements ParameterResolver {

    private static final int PORT_BASE = 19_100;

    record Running(LocalPlatform platform, Path data) implements AutoCloseable {

        static Running start() {
            try {
                Path data = Files.createTempDirectory("amends-journeys");
                return new Running(
                        LocalPlatform.start(
                                data,
                                PORT_BASE,
                                PlatformOptions.everything()
                                        .withShortLife()
                                        .with("AMENDS_FOLLOW_UP_DELAY", "PT2S")),
                        data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            platform.stop();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == LocalPlatform.class;
    }

    @Override
    public LocalPlatform resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .platform();
    }
}
