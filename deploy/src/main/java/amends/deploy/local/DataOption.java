package amends.deploy.local;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;

/// The option that says which platform is meant.
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder that keeps everything the platform stores. Default: .amends in the"
                            + " project's folder.")
    @Nullable Path folder;

    public DataOption() {}

    Path folder() {
        return folder != null ? folder : Installation.here().root().resolve(".amends");
    }

    /// The running platform, or word of what to do.
    public LocalPlatform platform() throws IOException {
        return LocalPlatform.running(folder())
                .orElseThrow(
                        () ->
                                new StartFailed(
                                        "Nothing runs on "
                                                + folder()
                                                + ". Start it: deploy/up"
                                                + (folder == null ? "" : " --data " + folder)));
    }
}
