package amends.deploy.e2e;

import amends.contracts.wire.Wire;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// A file of invented complaints, one JSON object a row, in which it is known what must become of
/// each row.
record Rows(List<String> lines, int complaints, int followers, int repeated, int broken) {

    private static final int EVERY_FOLLOWER = 50;
    private static final int EVERY_REPEATED = 40;
    private static final int EVERY_BROKEN = 100;
    private static final String[] TEXTS = {
        "The kettle switched itself off after two minutes.",
        "配送された箱が開いていて、中身が濡れていました。",
        "包裹晚到了三天,客服一直没有回复。",
        "Smoke came out of the charger while it was plugged in.",
    };

    static Rows generate(int count) {
        List<String> lines = IntStream.range(0, count).mapToObj(i -> line(i)).toList();
        return new Rows(
                lines,
                (int) IntStream.range(0, count).filter(Rows::isComplaint).count(),
                (int) IntStream.range(0, count).filter(Rows::isFollower).count(),
                (int) IntStream.range(0, count).filter(Rows::isRepeated).count(),
                (int) IntStream.range(0, count).filter(Rows::isBroken).count());
    }

    /// The whole file; `calm` says whether rows may flow freely, else they come at some 300 a
    /// second.
    InputStream stream(BooleanSupplier calm) {
        return new InputStream() {
            private int next;
            private byte[] row = new byte[0];
            private int at;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (at == row.length && !advance()) {
                    return -1;
                }
                int count = Math.min(length, row.length - at);
                System.arraycopy(row, at, target, offset, count);
                at += count;
                return count;
            }

            private boolean advance() {
                if (next == lines.size()) {
                    return false;
                }
                if (!calm.getAsBoolean()) {
                    LockSupport.parkNanos(3_000_000);
                }
                row = (lines.get(next++) + "\n").getBytes(StandardCharsets.UTF_8);
                at = 0;
                return true;
            }
        };
    }

    private static boolean isBroken(int i) {
        return i % EVERY_BROKEN == 99;
    }

    private static boolean isRepeated(int i) {
        return i % EVERY_REPEATED == 17 && !isBroken(i);
    }

    private static boolean isFollower(int i) {
        return i % EVERY_FOLLOWER == 29 && !isBroken(i) && !isRepeated(i);
    }

    private static boolean isComplaint(int i) {
        return !isBroken(i) && !isRepeated(i) && !isFollower(i);
    }

    /// A repeated row is row i-1 once more; a follower is another contact in the conversation of
    /// row i-1.
    private static String line(int i) {
        if (isBroken(i)) {
            return "{\"id\":\"row-" + i + "\",\"text\":";
        }
        int identity = isRepeated(i) ? i - 1 : i;
        int conversation = isRepeated(i) || isFollower(i) ? i - 1 : i;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("brand", "Fault");
        row.put("channel", "web-form");
        row.put("id", "row-" + identity);
        row.put("conversation", "conversation-" + conversation);
        row.put("customer", Map.of("email", "customer-" + conversation + "@example.org"));
        row.put("product", "Kettle " + conversation % 7);
        row.put("text", TEXTS[identity % TEXTS.length] + " #" + identity);
        row.put("receivedAt", "2026-01-05T09:00:00Z");
        return new String(Wire.write(row), StandardCharsets.UTF_8);
    }
}
