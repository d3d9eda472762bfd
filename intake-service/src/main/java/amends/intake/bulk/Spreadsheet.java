package amends.intake.bulk;

import amends.intake.bulk.RefusedUpload.Why;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// The first sheet of an Excel file (`.xlsx`), read row by row as CSV. Rows are streamed; what is
/// held in memory is bounded.
final class Spreadsheet extends Reader {

    private static final byte[] MAGIC = {'P', 'K', 3, 4};
    private static final long LARGEST_FILE = 512L << 20;

    private final Path file;
    private final ReadableWorkbook workbook;
    private final Stream<Row> rows;
    private final Iterator<Row> next;
    private final SheetLines lines;
    private String line = "";
    private int taken;

    private Spreadsheet(Path file, char delimiter) throws IOException {
        this.file = file;
        this.workbook =
                new ReadableWorkbook(file.toFile(), new ReadingOptions(hasStyles(file), false));
        try {
            this.rows = workbook.getFirstSheet().openStream();
            this.next = rows.iterator();
        } catch (IOException | RuntimeException e) {
            workbook.close(); // nobody else can
            throw e;
        }
        this.lines = new SheetLines(delimiter);
    }

    /// Whether it begins like one; the stream then stands where it stood.
    static boolean isOne(InputStream buffered) throws IOException {
        buffered.mark(MAGIC.length);
        byte[] begin = buffered.readNBytes(MAGIC.length);
        buffered.reset();
        return Arrays.equals(begin, MAGIC);
    }

    /// @throws RefusedUpload when it is no spreadsheet, or too large a one
    static Spreadsheet read(InputStream in, char delimiter) throws IOException {
        Path file = Files.createTempFile("sheet", ".xlsx");
        try {
            Files.copy(new Bounded(in, LARGEST_FILE), file, StandardCopyOption.REPLACE_EXISTING);
            SheetBounds.check(file);
            return new Spreadsheet(file, delimiter);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e instanceof RefusedUpload refused ? refused : unreadable();
        }
    }

    /// Without any, which a sheet may do, nothing says which numbers are dates.
    private static boolean hasStyles(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            return archive.stream()
                    .anyMatch(part -> part.getName().toLowerCase(Locale.ROOT).contains("styles"));
        }
    }

    private static RefusedUpload unreadable() {
        return new RefusedUpload(
                Why.UNREADABLE, "Not readable as an Excel file (.xlsx). Save it as CSV in UTF-8.");
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        try {
            while (taken == line.length()) {
                if (!next.hasNext()) {
                    return -1;
                }
                line = lines.line(next.next());
                taken = 0;
            }
        } catch (RefusedUpload e) {
            throw e;
        } catch (RuntimeException e) { // of many kinds, by what the file has wrong
            throw new RefusedUpload(
                    Why.UNREADABLE, "The sheet breaks off; rows before were taken in.");
        }
        int count = Math.min(length, line.length() - taken);
        line.getChars(taken, taken + count, target, offset);
        taken += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        try (workbook;
                rows) {
            Files.deleteIfExists(file);
        }
    }
}
