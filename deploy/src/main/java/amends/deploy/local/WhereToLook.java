package amends.deploy.local;

import amends.deploy.TextTable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a person wants to know once the platform is up.
record WhereToLook(LocalPlatform platform, Duration took) {

    @Override
    public String toString() {
        TextTable table = new TextTable().left("").left("");
        List<Part> missing = platform.missing();
        table.row("ready", String.format(Locale.ROOT, "after %.1f s", took.toMillis() / 1000.0));
        if (!missing.contains(Part.GATEWAY)) {
            table.row("console", platform.gateway() + "/");
            table.row("user", platform.credentials().console().user());
            table.row("password", "in " + platform.credentialsFile() + ", with the API keys");
        }
        table.row("mails", platform.mails() + "/");
        table.row("logs", platform.dataDir().resolve("logs"));
        table.row("status", "deploy/status" + forThisFolder());
        table.row("stop", "deploy/down" + forThisFolder());
        if (!missing.isEmpty()) {
            table.row(
                    "not built",
                    missing.stream().map(Part::title).collect(Collectors.joining(", ")));
        }
        return "\n" + table + "\n";
    }

    private String forThisFolder() {
        boolean usual = platform.dataDir().equals(Installation.here().root().resolve(".amends"));
        return usual ? "" : " --data " + platform.dataDir();
    }
}
