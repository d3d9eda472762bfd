package amends.workflow.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.policy.PolicyName;
import amends.contracts.wire.Wire;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What the tests of established calendar libraries expect, as far as it is about the same thing.
class VectorsOfOthersTest {

    private static final Path DATA =
            Path.of(System.getProperty("amends.shared.data", "../shared/data"));
    private static final Map<String, String> DAYS =
            Map.of(
                    "mon", "MONDAY",
                    "tue", "TUESDAY",
                    "wed", "WEDNESDAY",
                    "thu", "THURSDAY",
                    "fri", "FRIDAY",
                    "sat", "SATURDAY",
                    "sun", "SUNDAY");

    @Test
    void businessHours() throws IOException {
        int checked = 0;
        for (JsonNode vector : read("sla-vectors/biz.json")) {
            checked += check(vector) ? 1 : 0;
        }
        assertThat(checked).isEqualTo(7);
    }

    private static boolean check(JsonNode vector) {
        return switch (vector.get("op").asString()) {
            case "after" -> {
                checkAfter(vector);
                yield true;
            }
            case "within" -> {
                Duration expected =
                        Duration.ofMinutes(
                                Math.round(vector.get("expected_business_hours").asDouble() * 60));
                assertThat(
                                calendar(vector)
                                        .businessBetween(
                                                instant(vector, "start"), instant(vector, "end")))
                        .isEqualTo(expected);
                yield true;
            }
            case "before" -> {
                Duration hours = Duration.ofHours(vector.get("business_hours").asInt());
                assertThat(calendar(vector).minusBusiness(instant(vector, "start"), hours))
                        .isEqualTo(instant(vector, "expected"));
                yield true;
            }
            default -> false;
        };
    }

    private static void checkAfter(JsonNode vector) {
        Duration duration = Duration.ofHours(vector.get("business_hours").asInt());
        if (vector.has("expected_error")) {
            BusinessCalendar any = weekdays("1111111", List.of());
            assertThatThrownBy(() -> any.plusBusiness(Instant.EPOCH, duration))
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }
        assertThat(calendar(vector).plusBusiness(instant(vector, "start"), duration))
                .isEqualTo(instant(vector, "expected"));
    }

    private static BusinessCalendar calendar(JsonNode vector) {
        Map<String, List<String>> week = new LinkedHashMap<>();
        vector.get("hours")
                .properties()
                .forEach(
                        day ->
                                week.put(
                                        DAYS.get(day.getKey()),
                                        day.getValue()
                                                .valueStream()
                                                .map(
                                                        open ->
                                                                open.get(0).asString()
                                                                        + "-"
                                                                        + open.get(1).asString())
                                                .toList()));
        return CalendarsForTests.parse(
                Map.of("zone", vector.get("timezone").asString(), "week", week));
    }

    private static Instant instant(JsonNode vector, String name) {
        return Instant.parse(vector.get(name).asString());
    }

    @Test
    void businessDays() throws IOException {
        int checked = 0;
        for (JsonNode vector : read("sla-vectors/numpy_busday.json")) {
            if (isOffset(vector)) {
                checkOffset(vector);
                checked++;
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(20);
    }

    private static boolean isOffset(JsonNode vector) {
        JsonNode args = vector.get("args");
        JsonNode kwargs = vector.get("kwargs");
        String mask = kwargs.path("weekmask").asString("1111100");
        return vector.get("function").asString().equals("busday_offset")
                && vector.has("expected")
                && vector.get("expected").isString()
                && args.get(0).isString()
                && args.get(0).asString().matches("\\d{4}-\\d\\d-\\d\\d")
                && List.of("raise", "forward", "following")
                        .contains(kwargs.path("roll").asString("raise"))
                && (mask.matches("[01]{7}") || !mask.isEmpty());
    }

    private static void checkOffset(JsonNode vector) {
        JsonNode kwargs = vector.get("kwargs");
        List<String> holidays =
                kwargs.path("holidays")
                        .valueStream()
                        .map(JsonNode::asString)
                        .filter(date -> date.matches("\\d{4}-\\d\\d-\\d\\d"))
                        .toList();
        BusinessCalendar calendar = weekdays(kwargs.path("weekmask").asString("1111100"), holidays);
        LocalDate date = LocalDate.parse(vector.get("args").get(0).asString());
        LocalDate first = calendar.isBusinessDay(date) ? date : calendar.plusBusinessDays(date, 1);
        assertThat(calendar.plusBusinessDays(first, vector.get("args").get(1).asInt()))
                .as("%s", vector)
                .isEqualTo(LocalDate.parse(vector.get("expected").asString()));
    }

    private static BusinessCalendar weekdays(String mask, List<String> holidays) {
        Map<String, List<String>> week = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean open =
                    mask.matches("[01]{7}")
                            ? mask.charAt(day.ordinal()) == '1'
                            : mask.contains(
                                    day.name().charAt(0)
                                            + day.name().substring(1, 3).toLowerCase(Locale.ROOT));
            week.put(day.name(), open ? List.of("00:00-24:00") : List.of());
        }
        return CalendarsForTests.parse(Map.of("zone", "UTC", "week", week, "closed", holidays));
    }

    /// The shipped calendar against a list of all Japanese holidays, on working days and outside
    /// the days around New Year.
    @Test
    void japaneseHolidays() throws IOException {
        JsonNode official = read("calendar/holidays_1970_2050.json");
        BusinessCalendar tokyo =
                Policies.parse(ShippedPolicies.load())
                        .calendars()
                        .named(new PolicyName("calendar.tokyo"));
        List<String> disagreements = new ArrayList<>();
        for (LocalDate date = LocalDate.of(2024, 1, 4);
                date.getYear() <= 2035;
                date = date.plusDays(1)) {
            if (isOrdinaryWorkday(date) && official.has(date.toString()) != tokyo.isHoliday(date)) {
                disagreements.add(date + (tokyo.isHoliday(date) ? " ours only" : " missing"));
            }
        }
        assertThat(disagreements).isEmpty();
    }

    private static boolean isOrdinaryWorkday(LocalDate date) {
        boolean weekend = date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
        boolean newYear =
                (date.getMonthValue() == 12 && date.getDayOfMonth() >= 29)
                        || (date.getMonthValue() == 1 && date.getDayOfMonth() <= 3);
        return !weekend && !newYear;
    }

    private static JsonNode read(String path) throws IOException {
        Path file = DATA.resolve(path);
        Assumptions.assumeTrue(Files.exists(file), () -> "no " + path + " to compare with");
        try (Stream<String> lines = Files.lines(file)) {
            return Wire.mapper().readTree(String.join("\n", lines.toList()));
        }
    }
}
