package amends.intake.bulk;

import amends.intake.bulk.RefusedUpload.Why;

import com.fasterxml.aalto.stax.InputFactoryImpl;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Looks through an Excel file before it is read, with the same parser: what its reader holds in
/// memory, a row and all that is no sheet, must be small whatever the archive says about itself.
final class SheetBounds {

    private static final String SHEET = "worksheet";
    private static final Set<String> ELSEWHERE =
            Set.of("si", "xf", "numFmt", "Override", "Relationship", "sheet");
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "US-ASCII");

    private final XMLInputFactory parsers = new InputFactoryImpl();
    private long left = PartBytes.MOST_TOGETHER;

    private SheetBounds() {
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /// @throws RefusedUpload when it would not fit
    static void check(Path file) throws IOException {
        SheetBounds bounds = new SheetBounds();
        try (ZipFile archive = ZipFile.builder().setFile(file.toFile()).get()) {
            for (ZipArchiveEntry part : Collections.list(archive.getEntries())) {
                try (PartBytes bytes = new PartBytes(archive.getInputStream(part), bounds.left)) {
                    bounds.check(bytes);
                    bounds.left -= bytes.count();
                }
            }
        }
    }

    static RefusedUpload tooLarge() {
        return new RefusedUpload(
                Why.UNREADABLE,
                "The spreadsheet is too large to be read here. Save it as CSV in UTF-8.");
    }

    /// The reader gets no further than a parser that fails here, so the rest is only counted.
    private void check(PartBytes bytes) throws IOException {
        try {
            scan(parsers.createXMLStreamReader(bytes), bytes);
        } catch (XMLStreamException e) {
            bytes.isNoMarkup();
        }
        bytes.transferTo(OutputStream.nullOutputStream());
    }

    private static void scan(XMLStreamReader xml, PartBytes bytes) throws XMLStreamException {
        if (xml.getEncoding() != null && !ENCODINGS.contains(xml.getEncoding())) {
            throw tooLarge();
        }
        CellBounds cells = new CellBounds();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    if (cells.depth() == 0 && name.equals(SHEET)) {
                        bytes.isSheet();
                    } else if (ELSEWHERE.contains(name)) {
                        bytes.isMore();
                    }
                    cells.begin(name, xml);
                }
                case XMLStreamConstants.END_ELEMENT -> cells.end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE ->
                        cells.text(xml.getTextLength());
                case XMLStreamConstants.CDATA -> cells.cdata();
                default -> {
                    // nothing that is kept
                }
            }
        }
    }
}
