package amends.intake.bulk;

import amends.intake.channel.Scope;
import amends.intake.mapping.Mapping;
import amends.intake.mapping.Mappings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;

/// What the fuzzer calls, one file format each. A file may be refused, and nothing else.
public final class FuzzTargets {

    private static final Mapping MAPPING = mapping();

    private FuzzTargets() {}

    /// Files with a mapping: CSV, packed CSV and spreadsheets, whatever the bytes make of them.
    public static final class File {
        public static void fuzzerTestOneInput(byte[] input) throws IOException {
            Upload upload = new Upload(new ImportId("fuzz"), MAPPING, null, null, Scope.EVERYTHING);
            try (Reader text = FileText.of(upload, new ByteArrayInputStream(input))) {
                CsvRows rows = new CsvRows(new Window(text), MAPPING);
                rows.header();
                while (rows.next() != null) {
                    // on to the next
                }
            } catch (RefusedUpload | NotText e) {
                // it says so
            } catch (java.util.zip.ZipException | java.io.EOFException e) {
                // packed, and broken off
            }
        }
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
