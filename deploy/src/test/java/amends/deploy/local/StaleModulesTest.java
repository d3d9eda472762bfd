package amends.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/// What `deploy/up` builds, and what it leaves alone.
class StaleModulesTest {

    private static final Instant BUILT = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir private Path root;

    @BeforeEach
    void aBuiltProject() throws IOException {
        write("pom.xml", BUILT.minusSeconds(60));
        for (String module : List.of("contracts", "intake-service", "deploy")) {
            write(module + "/pom.xml", BUILT.minusSeconds(60));
            write(module + "/src/main/java/A.java", BUILT.minusSeconds(60));
            write(module + "/target/" + module + ".jar", BUILT.plusSeconds(5));
            write(module + "/target/up-to-date", BUILT);
        }
    }

    @Test
    void nothingToBuildWhenNothingChanged() throws Exception {
        assertThat(stale()).isEmpty();
    }

    @Test
    void aChangedSourceMakesItsModuleStale() throws Exception {
        write("intake-service/src/main/java/A.java", BUILT.plusSeconds(1));

        assertThat(stale()).containsExactly("intake-service");
    }

    @Test
    void whatAllShareMakesAllStale() throws Exception {
        write("contracts/src/main/java/A.java", BUILT.plusSeconds(1));

        assertThat(stale()).containsExactly("contracts", "intake-service", "deploy");
    }

    @Test
    void aMissingJarMakesItsModuleStale() throws Exception {
        Files.delete(root.resolve("deploy/target/deploy.jar"));

        assertThat(stale()).containsExactly("deploy");
    }

    private void write(String file, Instant changed) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, FileTime.from(changed));
        for (Path folder = path.getParent(); !folder.equals(root); folder = folder.getParent()) {
            Files.setLastModifiedTime(folder, FileTime.from(changed));
        }
    }

    private List<String> stale() throws IOException, InterruptedException {
        Path scripts = Path.of("lib").toAbsolutePath();
        Process bash =
                new ProcessBuilder(
                                "bash",
                                "-euc",
                                "source jdk.sh; source build.sh; stale_modules \"$1\"",
                                "-",
                                root.toString())
                        .directory(scripts.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.lines().toList();
    }
}
