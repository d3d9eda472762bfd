package amends.gateway.access;

import org.apache.catalina.session.FileStore;
import org.apache.catalina.session.PersistentManagerBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Keeps sessions in files that only their owner can read, so that whoever is signed in stays so
/// when the gateway is killed and started again. Written some seconds after their last use; whoever
/// signed in since then signs in once more.
@Component
final class KeptSessions implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /// Nothing else is ever read back from a file.
    private static final String READABLE =
            "(\\[+L)?(java|org\\.springframework\\.security|amends\\.gateway\\.access)\\..*";

    private final Path folder;

    KeptSessions(AccessSettings settings) {
        this.folder = settings.sessions().toAbsolutePath();
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> context.setManager(manager()));
    }

    private Keeper manager() {
        FileStore files = new FileStore();
        files.setDirectory(ownersOnly(folder).toString());
        Keeper manager = new Keeper();
        manager.setStore(files);
        manager.setMaxIdleBackup(0);
        manager.setProcessExpiresFrequency(1);
        manager.setSessionAttributeValueClassNameFilter(READABLE);
        return manager;
    }

    /// Writes what was used since the last turn at each, and looks for sessions that are over,
    /// which reads every file, only now and then.
    private static final class Keeper extends PersistentManagerBase {

        private static final int TURNS = 150;

        private int turn;

        @Override
        public String getName() {
            return "sessions";
        }

        @Override
        public void processExpires() {
            turn = (turn + 1) % TURNS;
            if (turn == 0) {
                super.processExpires();
            } else {
                processPersistenceChecks();
            }
        }
    }

    private static Path ownersOnly(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.setPosixFilePermissions(
                    folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("Sessions cannot be kept in " + folder, e);
        }
    }
}
