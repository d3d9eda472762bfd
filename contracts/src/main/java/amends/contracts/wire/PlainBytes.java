package amends.contracts.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds bytes that a JSON string can't have as they are: what is not ASCII, controls, the quote
/// and the backslash. Eight at a time, because the originals of contacts are long.
final class PlainBytes {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

    private PlainBytes() {}

    static boolean are(byte[] bytes) {
        int whole = bytes.length & -Long.BYTES;
        for (int i = 0; i < whole; i += Long.BYTES) {
            if (!areEight((long) EIGHT.get(bytes, i))) {
                return false;
            }
        }
        for (int i = whole; i < bytes.length; i++) {
            if (bytes[i] < ' ' || bytes[i] == '"' || bytes[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    /// A byte below a bound has its highest bit set after the bound is taken away.
    private static boolean areEight(long bytes) {
        long controls = bytes - ONES * ' ';
        long quotes = (bytes ^ ONES * '"') - ONES;
        long backslashes = (bytes ^ ONES * '\\') - ONES;
        return ((bytes | controls | quotes | backslashes) & HIGHEST_BITS) == 0;
    }
}
