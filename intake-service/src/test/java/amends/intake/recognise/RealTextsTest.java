package amends.intake.recognise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.Suggested;
import amends.intake.normalise.PlainText;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is recognised in some 14,000 reports that owners of vehicles wrote: of fields that say when
/// it happened, exactly the days that stand there; of free words, nothing that is not said.
class RealTextsTest {

    private static final Path REPORTS =
            Path.of(System.getProperty("amends.shared.data"), "ja-mlit-defects");
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final Pattern WHOLE_DAY = Pattern.compile("(20\\d\\d)年(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}月\\d{1,2}日");
    private static final Recogniser RECOGNISER = new Recogniser(ZoneId.of("Asia/Tokyo"), Map.of());
    private static final int COLUMNS = 13;
    private static final int WHEN = 11;

    private static final List<List<String>> ROWS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        assumeThat(REPORTS).as("reports").exists();
        for (int year = 2019; year <= 2022; year++) {
            for (String line : Files.readAllLines(REPORTS.resolve("mlit_" + year + ".csv"))) {
                List<String> cells = List.of(COMMA.split(line, -1));
                if (cells.size() == COLUMNS) {
                    ROWS.add(cells.stream().map(PlainText::of).toList());
                }
            }
        }
    }

    @Test
    void theDaysThatAFieldNamesAreRead() {
        assertThat(ROWS).hasSizeGreaterThan(13_000);
        int days = 0;
        for (List<String> row : ROWS) {
            Matcher said = WHOLE_DAY.matcher(row.get(WHEN));
            if (said.matches()) {
                days++;
                assertThat(look(row.get(WHEN)).dates())
                        .extracting(each -> each.date())
                        .as(row.get(WHEN))
                        .containsExactly(
                                LocalDate.of(number(said, 1), number(said, 2), number(said, 3)));
            }
        }
        assertThat(days).isGreaterThan(1_000);
    }

    @Test
    void wordsHaveTheDaysThatTheySayAndNoneInTheFuture() {
        int withDay = 0;
        for (List<String> row : ROWS) {
            String words = row.getLast();
            List<LocalDate> found =
                    look(words).dates().stream().map(Suggested.SuggestedDate::date).toList();
            assertThat(found).allMatch(day -> day.isBefore(LocalDate.of(2023, 6, 1)));
            if (DAY.matcher(words).find()) {
                withDay++;
                assertThat(found).as(words).isNotEmpty();
            }
        }
        assertThat(withDay).isGreaterThanOrEqualTo(25);
    }

    @Test
    void sharesAndCoinsAreNeitherDaysNorAmounts() {
        String amounts =
                ROWS.stream()
                        .flatMap(row -> look(row.getLast()).amounts().stream())
                        .map(each -> each.amount() + " " + each.currency())
                        .collect(Collectors.joining(", "));
        assertThat(amounts).isEqualTo("1000000 JPY");
    }

    @Test
    void manyReportsOfDefectsHaveAConcernAndFewADemand() {
        long withConcern =
                ROWS.stream().filter(row -> !look(row.getLast()).concerns().isEmpty()).count();
        long withDemand =
                ROWS.stream().filter(row -> !look(row.getLast()).demands().isEmpty()).count();
        assertThat(withConcern).isGreaterThan(ROWS.size() / 4);
        assertThat(withDemand).isLessThan(ROWS.size() / 20);
    }

    private static int number(Matcher said, int group) {
        return Integer.parseInt(said.group(group));
    }

    private static Suggested look(String words) {
        Suggested found =
                RECOGNISER.look(
                        words,
                        new Circumstances(
                                new BrandName("mlit"),
                                true,
                                new LanguageTag("ja"),
                                "JP",
                                Instant.parse("2023-06-01T00:00:00Z")));
        return found == null
                ? new Suggested(List.of(), List.of(), List.of(), List.of(), List.of(), List.of())
                : found;
    }
}
