package amends.deploy.call;

import java.net.URI;

/// Nobody answered.
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(URI where, Exception cause) {
        super(
                "No answer from " + where + " (" + cause + "). Does it run? deploy/status tells.",
                cause);
    }
}
