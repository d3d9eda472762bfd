package amends.workflow.web;

/// How much a list answers at once.
final class Limits {

    static final String DEFAULT = "50";
    private static final int MOST = 500;

    private Limits() {}

    static int of(int asked) {
        return Math.clamp(asked, 1, MOST);
    }
}
