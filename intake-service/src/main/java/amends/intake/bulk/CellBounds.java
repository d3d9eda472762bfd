package amends.intake.bulk;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamReader;

/// What Excel itself allows in a cell and a row, and how much text a row may have here.
final class CellBounds {

    static final int MOST_IN_ROW = 4 << 20;
    private static final int MOST_COLUMNS = 16_384;
    private static final int LONGEST_TEXT = 32_767;
    private static final int DEEPEST = 256;
    private static final int MOST_NAMES = 10_000;
    private static final Pattern ADDRESS = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?[0-9]{1,7}");

    private final Set<String> names = new HashSet<>();
    private int depth;
    private int cells;
    private int inRow;
    private int inText;
    private boolean inCell;
    private boolean spoken;

    int depth() {
        return depth;
    }

    void begin(String name, XMLStreamReader xml) {
        depth++;
        know(name, xml);
        switch (name) {
            case "row" -> {
                cells = 0;
                inRow = 0;
            }
            case "c" -> {
                cells++;
                column(xml.getAttributeValue(null, "r"));
                beginText();
            }
            case "f", "v", "is", "si" -> beginText();
            case "rPh" -> spoken = true;
            default -> {
                // not a bound of its own
            }
        }
        check(depth <= DEEPEST && cells <= MOST_COLUMNS && names.size() <= MOST_NAMES);
    }

    void end(String name) {
        depth--;
        switch (name) {
            case "c", "si" -> inCell = false;
            case "rPh" -> spoken = false;
            default -> {
                // goes on
            }
        }
    }

    void text(int length) {
        if (inCell && !spoken) {
            inText += length;
            inRow += length;
            check(inText <= LONGEST_TEXT && inRow <= MOST_IN_ROW);
        }
    }

    /// Its parser would hold all of it; spreadsheets have none.
    void cdata() {
        check(!inCell);
    }

    private void beginText() {
        inCell = true;
        inText = 0;
    }

    private void know(String name, XMLStreamReader xml) {
        names.add(name);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            names.add(String.valueOf(xml.getNamespacePrefix(i)));
        }
    }

    private static void column(@Nullable String address) {
        if (address == null) {
            return;
        }
        var parts = ADDRESS.matcher(address);
        check(parts.matches());
        int column = 0;
        for (char letter : parts.group(1).toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        check(column <= MOST_COLUMNS);
    }

    private static void check(boolean fits) {
        if (!fits) {
            throw SheetBounds.tooLarge();
        }
    }
}
