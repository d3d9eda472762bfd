package amends.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import amends.intake.FuzzTarget;
import amends.intake.channel.Row;
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
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/// What the fuzzer calls, one file format each. A file may be refused, and nothing else; its rows
/// are counted from 1 on, and none is longer than a row may be.
public final class FuzzTargets {

    private static final Mapping MAPPING = mapping();

    private FuzzTargets() {}

    /// Files with a mapping: CSV, packed CSV and spreadsheets, whatever the bytes make of them.
    public static final class File implements FuzzTarget {
        @Override
        public void take(byte[] input) throws IOException {
            read(MAPPING, input);
        }
    }

    /// Files of complaints, one a line.
    public static final class Lines implements FuzzTarget {
        @Override
        public void take(byte[] input) throws IOException {
            read(null, input);
        }
    }

    /// A part of a spreadsheet that is otherwise sound: its sheet, or what it begins like.
    public static final class Sheet implements FuzzTarget {
        @Override
        public void take(byte[] input) throws IOException {
            read(MAPPING, SpreadsheetTest.withPart(part(input), input));
        }

        private static String part(byte[] input) {
            String begin = new String(input, 0, Math.min(input.length, 6), StandardCharsets.UTF_8);
            return switch (begin) {
                case "<sst><" -> "xl/sharedStrings.xml";
                case "<style" -> "xl/styles.xml";
                case "<workb" -> "xl/workbook.xml";
                default -> "xl/worksheets/sheet1.xml";
            };
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
            long number = 0;
            for (Row row = rows.next(); row != null; row = rows.next()) {
                assertThat(row.number()).isEqualTo(++number);
                assertThat(row.length()).isLessThanOrEqualTo(Rows.LONGEST);
            }
        } catch (RefusedUpload | NotText e) {
            assertThat(e.getMessage()).isNotBlank();
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
