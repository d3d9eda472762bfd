package amends.intake.bulk;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

/// Writes the rows of a sheet as lines of CSV, as wide as the first one at least. Dates are written
/// by ISO 8601, numbers as they are stored.
final class SheetLines {

    /// A day or a year in a number's format, outside of quotes and brackets.
    private static final Pattern DATED = Pattern.compile("[dDyY]|[hH].*[mM]|[mM]{3}|年|月|日");

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private final char delimiter;
    private int width;

    SheetLines(char delimiter) {
        this.delimiter = delimiter;
    }

    /// With its end; nothing for a row without content.
    String line(Row row) {
        StringBuilder line = new StringBuilder();
        boolean says = false;
        int cells = Math.max(width, row.getCellCount());
        for (int i = 0; i < cells; i++) {
            String text = text(i < row.getCellCount() ? row.getCell(i) : null);
            says |= !text.isBlank();
            line.append(i == 0 ? "" : String.valueOf(delimiter)).append(quoted(text));
            if (line.length() > CellBounds.MOST_IN_ROW) {
                throw SheetBounds.tooLarge();
            }
        }
        if (!says) {
            return "";
        }
        width = width == 0 ? cells : width;
        return line.append('\n').toString();
    }

    private String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (isDate(cell)) {
            LocalDateTime moment = cell.asDate();
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        String raw = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return cell.getType() == CellType.NUMBER
                && format != null
                && DATED.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }

    private String quoted(String text) {
        return text.indexOf(delimiter) < 0
                        && text.indexOf('"') < 0
                        && text.indexOf('\n') < 0
                        && text.indexOf('\r') < 0
                ? text
                : '"' + text.replace("\"", "\"\"") + '"';
    }
}
