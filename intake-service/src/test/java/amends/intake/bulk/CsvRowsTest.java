package amends.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;
import amends.intake.channel.Row;
import amends.intake.mapping.Mapping;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

class CsvRowsTest {

    private static final Mapping ABC =
            new Mapping(
                    new PolicyName("abc"),
                    1,
                    new BrandName("b"),
                    new ChannelName("c"),
                    new SourceName("s"),
                    null,
                    ZoneOffset.UTC,
                    ",",
                    List.of(),
                    List.of(),
                    List.of(),
                    new Mapping.Fields(
                            null, "{b}", null, null, null, null, null, null, null, null, null,
                            null),
                    List.of(),
                    List.of());

    @Test
    void quotesLineEndsAndEmptyLines() throws IOException {
        List<Row> rows = rows("a,b,c\r\n1,\"x,\"\"y\"\"\r\nz\",3\r\n\r\n4,5\"6,7\n8,9,10");
        assertThat(rows)
                .containsExactly(
                        new Row.Whole(
                                1, "1,\"x,\"\"y\"\"\r\nz\",3", List.of("1", "x,\"y\"\r\nz", "3")),
                        new Row.Whole(2, "4,5\"6,7", List.of("4", "5\"6", "7")),
                        new Row.Whole(3, "8,9,10", List.of("8", "9", "10")));
    }

    @Test
    void anOpenQuoteBreaksItsOwnLineOnly() throws IOException {
        List<Row> rows = rows("a,b,c\n1,\"x,3\n4,5,6\n7,8,9\n");
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst()).isInstanceOf(Row.Broken.class);
        assertThat(rows.subList(1, 3)).allMatch(Row.Whole.class::isInstance);
    }

    @Test
    void aFileMayEndWithinItsLastRow() throws IOException {
        assertThat(rows("a,b,c\n1,2,3\n4,\"five and\nmore words").getLast())
                .isEqualTo(
                        new Row.Broken(
                                2,
                                "4,\"five and\nmore words",
                                "csv-row-incomplete",
                                "A quote is open or misplaced"));
        assertThat(rows("a,b,c\n1,2,3\n4,5").getLast())
                .isEqualTo(new Row.Whole(2, "4,5", List.of("4", "5")));
    }

    @Test
    void aRowThatIsTooLongLetsItsNeighboursThrough() throws IOException {
        List<Row> rows = rows("a,b,c\n1,2,3\n4," + "x".repeat(Rows.LONGEST + 10) + ",6\n7,8,9\n");
        assertThat(rows.get(1)).isInstanceOf(Row.TooLong.class);
        assertThat(rows.get(2)).isEqualTo(new Row.Whole(3, "7,8,9", List.of("7", "8", "9")));
    }

    @Test
    void theMemoryDoesNotGrowWithTheFile() throws IOException {
        Window window = new Window(new Endless(200_000_000));
        CsvRows rows = new CsvRows(window, ABC);
        rows.header();
        long before = used();
        long count = 0;
        while (rows.next() != null) {
            count++;
        }
        assertThat(count).isGreaterThan(1_000_000);
        assertThat(used() - before).isLessThan(32L << 20);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<Row> rows(String text) throws IOException {
        CsvRows rows = new CsvRows(new Window(new StringReader(text)), ABC);
        rows.header();
        List<Row> all = new ArrayList<>();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            all.add(row);
        }
        return all;
    }

    /// The same row again and again.
    private static final class Endless extends Reader {
        private static final String ROW =
                "1,\"some words, quoted, of a hundred characters or so "
                        + "x".repeat(60)
                        + "\",3\n";
        private long left;
        private int position;

        Endless(long characters) {
            this.left = characters;
        }

        @Override
        public int read(char[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            for (int i = 0; i < length; i++) {
                target[offset + i] = ROW.charAt(position);
                position = (position + 1) % ROW.length();
            }
            left -= length;
            return length;
        }

        @Override
        public void close() {}
    }
}
