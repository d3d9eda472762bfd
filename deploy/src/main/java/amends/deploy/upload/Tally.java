package amends.deploy.upload;

import amends.deploy.TextTable;

import tools.jackson.databind.JsonNode;

/// How many rows came to what, as the platform counts them.
record Tally(
        String state,
        long received,
        long fresh,
        long appended,
        long known,
        long quarantined,
        long rejected,
        long undecided) {

    static Tally of(JsonNode progress) {
        return new Tally(
                progress.path("state").asString(""),
                progress.path("received").asLong(0),
                progress.path("new").asLong(0),
                progress.path("appended").asLong(0),
                progress.path("known").asLong(0),
                progress.path("quarantined").asLong(0),
                progress.path("rejected").asLong(0),
                progress.path("undecided").asLong(0));
    }

    long decided() {
        return fresh + appended + known + quarantined + rejected;
    }

    /// Every row is accounted for, and nothing is still open.
    boolean balances() {
        return undecided == 0 && decided() == received;
    }

    String table() {
        TextTable table = new TextTable().left("").right("rows").left("");
        table.row("received", grouped(received), "");
        table.row("  new", grouped(fresh), "a complaint of its own");
        table.row("  appended", grouped(appended), "a further contact of a known complaint");
        table.row("  known", grouped(known), "taken in before, nothing changed");
        table.row(
                "  quarantined",
                grouped(quarantined),
                "not understood, kept whole: /api/intake/quarantine");
        table.row("  rejected", grouped(rejected), "understood, but against the rules");
        table.row("  undecided", grouped(undecided), "no answer in time");
        return table.toString();
    }

    static String grouped(long number) {
        return String.format(java.util.Locale.ROOT, "%,d", number);
    }
}
