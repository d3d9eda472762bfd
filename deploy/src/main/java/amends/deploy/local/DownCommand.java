package amends.deploy.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `deploy/down`
@Command(
        name = "down",
        separator = " ",
        mixinStandardHelpOptions = true,
        description = {
            "Stops what deploy/up started on a data folder: the services, then mail sink, database"
                    + " and broker.",
            "What does not end in time is ended by force. The data stays."
        })
public final class DownCommand implements Callable<Integer> {

    @Mixin DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        Optional<LocalPlatform> platform = LocalPlatform.running(data.folder());
        if (platform.isEmpty()) {
            System.out.println("Nothing runs on " + data.folder() + ".");
            return 0;
        }
        long count = platform.get().processes().stream().filter(LocalProcess::isAlive).count();
        Stopping.announce(platform.get());
        platform.get().stop();
        System.out.println(count + " processes stopped.");
        return 0;
    }
}
