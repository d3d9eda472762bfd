package amends.workflow;

/// How many cases a generator makes: all of them, unless the tests are run many times over because
/// mutants of the code are tried.
public final class Effort {

    private static final int DIVISOR = Integer.getInteger("amends.effort.divisor", 1);

    private Effort() {}

    public static int of(int cases) {
        return cases / DIVISOR;
    }
}
