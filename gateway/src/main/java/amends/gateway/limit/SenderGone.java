package amends.gateway.limit;

import java.io.IOException;

/// A request body could not be read to its end: whoever sent it has gone.
public final class SenderGone extends IOException {

    private static final long serialVersionUID = 1L;

    SenderGone(IOException cause) {
        super("The sender has gone", cause);
    }
}
