package amends.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Everything that a platform on this machine leaves on disk.
record DataFolder(Path path) {

    DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    static DataFolder create(Path path) throws IOException {
        DataFolder folder = new DataFolder(path);
        Files.createDirectories(folder.path().resolve("logs"));
        return folder;
    }

    Path credentials() {
        return path.resolve("credentials.json");
    }

    /// With it the gateway signs who calls.
    Path identityKey() {
        return path.resolve("identity-key.pem");
    }

    /// With it the services check what the gateway signed.
    Path identityPublicKey() {
        return path.resolve("identity-public.pem");
    }

    Path state() {
        return path.resolve("amends.json");
    }

    Path lock() {
        return path.resolve("launcher.lock");
    }

    /// Bounded by rotation.
    Path log(Part part) {
        return path.resolve("logs").resolve(part.title() + ".log");
    }

    /// What the process printed since it was started: the words of the JVM itself.
    Path console(Part part) {
        return path.resolve("logs").resolve(part.title() + ".out");
    }

    Path of(Part part) {
        return path.resolve(part.title());
    }
}
