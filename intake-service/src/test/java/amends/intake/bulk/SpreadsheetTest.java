package amends.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.UnixOperatingSystemMXBean;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class SpreadsheetTest {

    private static final byte[] GOOD = good();
    private static final String HEAD = "<worksheet><sheetData><row r=\"1\">";
    private static final String TAIL = "</row></sheetData></worksheet>";

    @Test
    void whatExcelAllowsIsRead() throws IOException {
        String longest = "x".repeat(32_767);
        assertThat(read(sheet(text("A1", longest) + text("XFD1", "end"))))
                .startsWith(longest + ",")
                .endsWith(",end\n");
    }

    @Test
    void aFileMadeByHandWithoutStylesIsRead() throws IOException {
        assertThat(read(minimal())).isEqualTo("a,46113\n");
    }

    /// Nothing but what a sheet can't do without.
    private static byte[] minimal() throws IOException {
        String types =
                "<Types"
                    + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                    + " Extension=\"rels\""
                    + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                    + " PartName=\"/xl/workbook.xml\" ContentType=\""
                    + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
                    + " PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
                    + "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                    + "</Types>";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String relation =
                "<Relationships"
                        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" Type=\"%s\" Target=\"%s\"/></Relationships>";
        Map<String, String> parts =
                Map.of(
                        "[Content_Types].xml",
                        types,
                        "_rels/.rels",
                        relation.formatted(office + "/officeDocument", "xl/workbook.xml"),
                        "xl/_rels/workbook.xml.rels",
                        relation.formatted(office + "/worksheet", "worksheets/sheet1.xml"),
                        "xl/workbook.xml",
                        "<workbook"
                            + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                            + " xmlns:r=\""
                                + office
                                + "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/>"
                                + "</sheets></workbook>",
                        "xl/worksheets/sheet1.xml",
                        HEAD.replace(
                                        "<worksheet>",
                                        "<worksheet"
                                            + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
                                + text("A1", "a")
                                + "<c r=\"B1\"><v>46113</v></c>"
                                + TAIL);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> each : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aColumnBeyondTheLastIsRefused() {
        assertRefused(sheet(text("XFE1", "a")));
        assertRefused(sheet("<c r=\"ZZZZZZ1\"><v>1</v></c>"));
        assertRefused(sheet("<c><v>1</v></c>".repeat(16_385)));
    }

    @Test
    void aTextLongerThanACellHoldsIsRefused() {
        assertRefused(sheet(text("A1", "x".repeat(32_768))));
        assertRefused(sheet("<c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[<]]></t></is></c>"));
    }

    @Test
    void aRowWithTooMuchTextIsRefused() {
        assertRefused(sheet(text("A1", "x".repeat(32_000)).repeat(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/sharedStrings.xml", "xl/texts.xml", "xl/styles.xml"})
    void aLargePartBesideTheSheetIsRefusedWhateverItsName(String name) {
        assertRefused(
                with(name, out -> repeat(out, "<sst>", "<si><t>aaaaaaaaaaaaa</t></si>", 33 << 20)));
        assertRefused(
                with(
                        name,
                        out ->
                                repeat(
                                        out,
                                        "<worksheet><sst>",
                                        "<si><t>aaaaaaaaaaaaa</t></si>",
                                        33 << 20)));
    }

    @Test
    void aLargeSheetIsRead() throws IOException {
        String row = "<row><c t=\"inlineStr\"><is><t>" + "b".repeat(30_000) + "</t></is></c></row>";
        byte[] file =
                with(
                        "xl/worksheets/sheet1.xml",
                        out -> {
                            repeat(out, "<worksheet><sheetData>", row, 33 << 20);
                            out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                        });
        assertThat(read(file)).hasSizeGreaterThan(32 << 20);
    }

    @Test
    void markupWithoutEndIsRefused() {
        assertRefused(
                with(
                        "xl/worksheets/sheet1.xml",
                        out -> repeat(out, "<worksheet a=\"", "aaaaaaaaaaaaaaaa", 5 << 20)));
        assertRefused(sheet("<x>".repeat(300)));
    }

    @Test
    void aCellThatCannotBeReadIsRefused() {
        assertRefused(sheet("<c r=\"A1\" t=\"d\"><v>2026-04-01</v></c>"));
        assertRefused(sheet("<c r=\"A1\" t=\"s\"><v>-1</v></c>"));
        assertRefused(sheet("<c r=\"A1\" t=\"n\" s=\"x\"><v>1</v></c>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<workbook/>", "<workbook><sheets/></workbook>"})
    void aFileWithoutSheetsIsRefusedAndClosed(String workbook) {
        byte[] file = withPart("xl/workbook.xml", workbook.getBytes(StandardCharsets.UTF_8));
        long before = openFiles();
        for (int i = 0; i < 20; i++) {
            assertRefused(file);
        }
        assertThat(openFiles()).isLessThan(before + 10);
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
    }

    @Test
    void aDateBeyondAllTimeIsRefused() throws IOException {
        String styles =
                "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"yyyy\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"200\"/></cellXfs></styleSheet>";
        String cell = "<c r=\"A1\" s=\"0\"><v>%s</v></c>";
        assertThat(read(with(parts(styles, cell.formatted("46113"))))).isEqualTo("2026-04-01\n");
        assertRefused(with(parts(styles, cell.formatted("202604011200"))));
    }

    private static Map<String, Content> parts(String styles, String cells) {
        return Map.of(
                "xl/styles.xml",
                out -> out.write(styles.getBytes(StandardCharsets.UTF_8)),
                "xl/worksheets/sheet1.xml",
                out -> out.write((HEAD + cells + TAIL).getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static byte[] sheet(String cells) {
        return with(
                "xl/worksheets/sheet1.xml",
                out -> out.write((HEAD + cells + TAIL).getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(byte[] file) {
        assertThatExceptionOfType(RefusedUpload.class)
                .isThrownBy(() -> read(file))
                .returns(RefusedUpload.Why.UNREADABLE, RefusedUpload::why);
    }

    private static String read(byte[] file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Spreadsheet sheet = Spreadsheet.read(new ByteArrayInputStream(file), ',')) {
            char[] some = new char[1 << 16];
            for (int count = sheet.read(some); count >= 0; count = sheet.read(some)) {
                text.append(some, 0, count);
            }
        }
        return text.toString();
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private static void repeat(OutputStream out, String head, String what, int bytes)
            throws IOException {
        out.write(head.getBytes(StandardCharsets.UTF_8));
        byte[] each = what.getBytes(StandardCharsets.UTF_8);
        for (int written = 0; written < bytes; written += each.length) {
            out.write(each);
        }
    }

    static byte[] withPart(String name, byte[] content) {
        return with(name, out -> out.write(content));
    }

    private static byte[] with(String name, Content content) {
        return with(Map.of(name, content));
    }

    /// A good file with parts in place of its own, or beside them.
    private static byte[] with(Map<String, Content> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes);
                ZipFile good = ZipFile.builder().setByteArray(GOOD).get()) {
            for (ZipArchiveEntry each : Collections.list(good.getEntries())) {
                if (!parts.containsKey(each.getName())) {
                    out.putNextEntry(new ZipEntry(each.getName()));
                    try (InputStream part = good.getInputStream(each)) {
                        part.transferTo(out);
                    }
                }
            }
            for (Map.Entry<String, Content> each : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                each.getValue().write(out);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] good() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("complaints");
            sheet.value(0, 0, "a");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
