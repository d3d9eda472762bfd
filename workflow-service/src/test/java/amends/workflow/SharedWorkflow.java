package amends.workflow;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Gives tests the one service that all of them share; it is started for the first and stopped
/// after the last.
final class SharedWorkflow implements ParameterResolver {

    private record Started(Path stateDir, RunningWorkflow workflow) implements AutoCloseable {

        static Started anew() {
            try {
                Path stateDir = Files.createTempDirectory("amends-workflow");
                return new Started(stateDir, new RunningWorkflow(stateDir));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            workflow.close();
            FileSystemUtils.deleteRecursively(stateDir);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningWorkflow.class;
    }

    @Override
    public RunningWorkflow resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedWorkflow.class))
                .computeIfAbsent(Started.class, key -> Started.anew(), Started.class)
                .workflow();
    }
}
