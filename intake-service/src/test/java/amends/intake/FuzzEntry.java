package amends.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Where the fuzzer comes in. One input in 512 is tried again with a piece of it repeated until it
/// is so large that a parser which needs the square of the time is caught.
public final class FuzzEntry {

    private static final int ONE_IN = 512;
    private static final int LONGEST_PIECE = 32;
    private static final int LARGE = 256 * 1024;

    private static FuzzTarget target = input -> {};

    private FuzzEntry() {}

    /// Good inputs come first, so that loading classes and models is nobody's slowness.
    ///
    /// @param arguments the class of the target, and the folder of good inputs
    public static void fuzzerInitialize(String[] arguments) throws Exception {
        target =
                Class.forName(arguments[0])
                        .asSubclass(FuzzTarget.class)
                        .getConstructor()
                        .newInstance();
        try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
            List<Path> good = files.filter(Files::isRegularFile).sorted().toList();
            for (Path each : good) {
                target.take(Files.readAllBytes(each));
            }
        }
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        byte[] before = input.clone();
        target.take(input);
        if (!Arrays.equals(before, input)) {
            throw new AssertionError("What arrived was changed");
        }
        int hash = Arrays.hashCode(input);
        if (input.length > 0 && Math.floorMod(hash, ONE_IN) == 0) {
            target.take(repeated(input, Integer.rotateRight(hash, 9) & Integer.MAX_VALUE));
        }
    }

    private static byte[] repeated(byte[] input, int choice) {
        int from = choice % input.length;
        int length = Math.min(1 + choice / input.length % LONGEST_PIECE, input.length - from);
        ByteArrayOutputStream large = new ByteArrayOutputStream(LARGE + input.length);
        large.write(input, 0, from);
        while (large.size() < LARGE) {
            large.write(input, from, length);
        }
        large.write(input, from + length, input.length - from - length);
        return large.toByteArray();
    }
}
