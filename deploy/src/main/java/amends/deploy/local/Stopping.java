package amends.deploy.local;

/// What a person reads while it stops.
final class Stopping {

    private Stopping() {}

    static void announce(LocalPlatform platform) {
        System.out.println(
                platform.isLearning()
                        ? "stopping … (once per build this takes some 20 s longer: it keeps what"
                                + " makes later starts quick)"
                        : "stopping …");
    }
}
