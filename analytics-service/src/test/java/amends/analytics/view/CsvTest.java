package amends.analytics.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Figures as spreadsheets read them.
class CsvTest {

    @Test
    void aTableHasAMarkANameForEachColumnAndARowForEachItem() throws IOException {
        Map<String, Object> full = new LinkedHashMap<>();
        full.put("label", "rattles, \"loud\"\nat night");
        full.put("customers", 12);
        full.put("share", -0.5);
        full.put("trend", Map.of("rising", true));
        full.put("examples", List.of("A", "B"));
        full.put("periods", List.of(period("2026-W09", 3), period("2026-W10", 4)));

        assertThat(written(List.of(full, Map.of("label", "異音"))))
                .isEqualTo(
                        """
                        \uFEFFlabel,customers,share,trend.rising,examples,periods\r
                        "rattles, ""loud""\nat night",12,-0.5,true,A; B,2026-W09: 3; 2026-W10: 4\r
                        異音,,,,,\r
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil\")",
                "+1",
                "-1+cmd|' /C calc'!A0",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "＝1+1"
            })
    void whatASpreadsheetWouldTakeForAFormulaIsText(String attack) throws IOException {
        CSVRecord row = read(written(List.of(Map.of("label", attack))));
        assertThat(row.get(0)).isEqualTo("'" + attack);
        assertThat(read(written(List.of(Map.of("words", List.of(attack, "x"))))).get(0))
                .startsWith("'");
    }

    @Test
    void aTableWithoutRowsIsAnEmptyFile() throws IOException {
        assertThat(written(List.of())).isEqualTo("\uFEFF");
    }

    private static Map<String, Object> period(String name, int customers) {
        Map<String, Object> period = new LinkedHashMap<>();
        period.put("period", name);
        period.put("distinctCustomers", customers);
        return period;
    }

    private static String written(List<Map<String, Object>> rows) throws IOException {
        StringBuilder to = new StringBuilder();
        Csv.write(() -> rows, to);
        return to.toString();
    }

    private static CSVRecord read(String csv) throws IOException {
        return CSVFormat.RFC4180.parse(new java.io.StringReader(csv)).getRecords().get(1);
    }
}
