package amends.deploy;

import amends.deploy.bench.BenchCommand;
import amends.deploy.demo.DemoCommand;
import amends.deploy.local.DownCommand;
import amends.deploy.local.StatusCommand;
import amends.deploy.local.UpCommand;
import amends.deploy.upload.ImportCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintWriter;

/// The program behind the scripts `deploy/up`, `deploy/down` and so on.
@Command(
        name = "deploy",
        synopsisSubcommandLabel = "COMMAND",
        separator = " ",
        mixinStandardHelpOptions = true,
        description = "Runs Amends on this machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            ImportCommand.class,
            DemoCommand.class,
            BenchCommand.class
        })
public final class Amends {

    private Amends() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Amends())
                .setExecutionExceptionHandler(Amends::explain)
                .setUsageHelpAutoWidth(true);
    }

    /// What went wrong, without the path through our code; `AMENDS_DEBUG` shows that too.
    private static int explain(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter terminal = command.getErr();
        String message = failure.getMessage();
        terminal.println("amends: " + (message == null ? failure.toString() : message));
        if (System.getenv("AMENDS_DEBUG") != null) {
            failure.printStackTrace(terminal);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
