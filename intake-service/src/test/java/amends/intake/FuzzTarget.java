package amends.intake;

import java.io.IOException;

/// One parser, and what must hold whatever it is given; it says so by not throwing.
@FunctionalInterface
public interface FuzzTarget {

    void take(byte[] input) throws IOException;
}
