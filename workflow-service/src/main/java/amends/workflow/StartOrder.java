package amends.workflow;

import org.springframework.context.SmartLifecycle;

/// What has to run before what; stopping goes the other way round. The web server comes last of
/// all.
public final class StartOrder {

    public static final int POLICIES = 0;
    public static final int OUTCOMES = 10;
    public static final int BOARD = 20;
    public static final int TOPOLOGY = 30;

    private StartOrder() {}

    static {
        // listener containers and the web server have phases near this one
        assert TOPOLOGY < SmartLifecycle.DEFAULT_PHASE;
    }
}
