package amends.gateway.limit;

import org.springframework.util.unit.DataSize;

import java.io.IOException;

/// More was sent than the route takes.
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final String explanation;

    BodyTooLarge(DataSize most) {
        explanation =
                "The body is larger than the "
                        + most.toBytes()
                        + " bytes that this path takes. Send it in parts; many complaints at once"
                        + " go to /api/intake/bulk.";
    }

    @Override
    public String getMessage() {
        return explanation;
    }
}
