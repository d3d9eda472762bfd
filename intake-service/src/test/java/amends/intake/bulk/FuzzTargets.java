package amends.intake.bulk;

import amends.intake.channel.Scope;
import amends.intake.mapping.Mapping;
import amends.intake.mapping.Mappings;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;

/// What the fuzzer calls, one file format each. A file may be refused, and nothing else.
public final class FuzzTargets {

    private static final Mapping MAPPING = mapping();

    private FuzzTargets() {}

    /// Files with a mapping: CSV, packed CSV and spreadsheets, whatever the bytes make of them.
    public static final class File {
        public static void fuzzerTestOneInput(byte[] input) throws IOException {
            read(MAPPING, input);
        }
    }

    /// Files of complaints, one a line.
    public static final class Lines {
        public static void fuzzerTestOneInput(byte[] input) throws IOException {
            read(null, input);
        }
    }

    /// The sheet within a spreadsheet that is otherwise sound.
    public static final class Sheet {
        public static void fuzzerTestOneInput(byte[] input) throws IOException {
            read(MAPPING, SpreadsheetTest.withSheet(input));
        }
    }

    private static void read(@Nullable Mapping mapping, byte[] input) throws IOException {
        Upload upload =
                new Upload(new ImportId("fuzz"), mapping, null, null, false, Scope.EVERYTHING);
        try (Reader text = FileText.of(upload, new ByteArrayInputStream(input))) {
            Rows rows =
                    mapping == null
                            ? new JsonLines(new Window(text))
                            : withHeader(new CsvRows(new Window(text), mapping));
            while (rows.next() != null) {
                // on to the next
            }
        } catch (RefusedUpload | NotText e) {
            // it says so
        } catch (ZipException | EOFException e) {
            // packed, and broken off
        }
    }

    private static Rows withHeader(CsvRows rows) throws IOException {
        rows.header();
        return rows;
    }

    private static Mapping mapping() {
        try (InputStream yaml =
                FuzzTargets.class.getResourceAsStream("/mappings/ja-mlit-defects.yaml")) {
            return Mappings.read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
