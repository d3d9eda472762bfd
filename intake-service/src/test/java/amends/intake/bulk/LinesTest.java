package amends.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import amends.intake.channel.Row;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class LinesTest {

    private static final String[] ENDS = {"\n", "\r\n", "\r"};
    private static final String[] WORDS = {"plain", "", "x", "洗濯機", "é"};

    @Test
    void everyLineOfAFileIsReadHoweverItsBytesArrive() throws IOException {
        Random random = new Random(13);
        for (int file = 0; file < 300; file++) {
            List<String> lines = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                String line =
                        "-" + WORDS[random.nextInt(WORDS.length)].repeat(random.nextInt(9_000));
                lines.add(line);
                text.append(line).append(ENDS[random.nextInt(ENDS.length)]);
            }
            assertThat(read(new InPieces(text.toString(), 1 + random.nextInt(20_000))))
                    .isEqualTo(lines);
        }
    }

    @Test
    void aLineMayBeAsLongAsAllowedAndNoLonger() throws IOException {
        Window window = new Window(new StringReader("12345\n123456\n1234\r\n12345"));

        assertThat(Lines.next(window, 5)).isEqualTo("12345");
        assertThat(Lines.next(window, 5)).isNull();
        assertThat(Lines.skip(window)).isEqualTo(7);
        assertThat(Lines.next(window, 5)).isEqualTo("1234");
        assertThat(Lines.next(window, 5)).isEqualTo("12345");
        assertThat(Lines.next(window, 5)).isNull();
        assertThat(Lines.skip(window)).isZero();
    }

    private static List<String> read(InputStream in) throws IOException {
        JsonLines rows = new JsonLines(new Window(new SensedReader(in, null)));
        List<String> lines = new ArrayList<>();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            lines.add(((Row.Whole) row).raw());
        }
        return lines;
    }

    /// Never gives more than some bytes at a time.
    private static final class InPieces extends ByteArrayInputStream {

        private final int most;

        private InPieces(String text, int most) {
            super(text.getBytes(StandardCharsets.UTF_8));
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, most));
        }
    }
}
