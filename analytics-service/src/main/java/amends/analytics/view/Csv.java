package amends.analytics.view;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// A table as RFC 4180 has it. What lies within a field gets a column of its own, such as
/// `trend.rising`; several values of one field share their cell.
///
/// Spreadsheets take a cell for a formula when it begins with one of a few signs, and words of
/// customers are among these cells: an apostrophe before them makes them text.
final class Csv {

    /// Spreadsheets then read UTF-8.
    static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    static void write(FigureTable table, Appendable to) throws IOException {
        List<Map<String, Object>> rows = table.items().stream().map(Csv::flat).toList();
        SequencedSet<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        to.append(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(to, CSVFormat.RFC4180); // `to` stays open
        if (!columns.isEmpty()) {
            printer.printRecord(columns);
        }
        for (Map<String, Object> row : rows) {
            printer.printRecord(columns.stream().map(column -> cell(row.get(column))).toList());
        }
        printer.flush();
    }

    private static Map<String, Object> flat(Map<String, Object> row) {
        Map<String, Object> flat = new LinkedHashMap<>();
        row.forEach((name, value) -> put(flat, name, value));
        return flat;
    }

    private static void put(Map<String, Object> flat, String name, Object value) {
        if (value instanceof Map<?, ?> within) {
            within.forEach((part, each) -> put(flat, name + "." + part, each));
        } else {
            flat.put(name, value);
        }
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Collection<?> several -> defused(joined(several));
            default -> defused(value.toString());
        };
    }

    private static String joined(Collection<?> several) {
        return several.stream()
                .map(
                        each ->
                                each instanceof Map<?, ?> fields
                                        ? fields.values().stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(": "))
                                        : String.valueOf(each))
                .collect(Collectors.joining("; "));
    }

    private static String defused(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
