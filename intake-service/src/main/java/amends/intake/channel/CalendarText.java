package amends.intake.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an invitation says (iCalendar, RFC 5545): what it is about, when, where, and the words that
/// go with it.
final class CalendarText {

    private static final Set<String> ENTRIES = Set.of("VEVENT", "VTODO", "VJOURNAL");
    private static final int MOST_LINES = 5_000;
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
    private static final Pattern LINE =
            Pattern.compile("([A-Za-z0-9-]+)((?:;[^:;\"]*(?:\"[^\"]*\"[^:;\"]*)*+)*+):(.*)");
    private static final Pattern ZONE =
            Pattern.compile(";TZID=\"?([^;\":]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)\\d\\d(Z?))?");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private final List<String> entries = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private String summary = "";
    private String begin = "";
    private String end = "";
    private String place = "";
    private String description = "";

    private CalendarText() {}

    /// Nothing when no entry stands in it.
    static String of(String calendar) {
        CalendarText text = new CalendarText();
        FOLD.matcher(calendar).replaceAll("").lines().limit(MOST_LINES).forEach(text::line);
        return String.join("\n\n", text.entries);
    }

    private void line(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return;
        }
        String value = parts.group(3);
        switch (parts.group(1).toUpperCase(Locale.ROOT)) {
            case "BEGIN" -> open.add(value.strip().toUpperCase(Locale.ROOT));
            case "END" -> end();
            case String name when !open.isEmpty() && ENTRIES.contains(open.getLast()) ->
                    property(name, parts.group(2), value);
            default -> {
                // of the calendar, a zone or an alarm
            }
        }
    }

    private void property(String name, String parameters, String value) {
        switch (name) {
            case "SUMMARY" -> summary = plain(value);
            case "DTSTART" -> begin = moment(parameters, value);
            case "DTEND", "DUE" -> end = moment(parameters, value);
            case "LOCATION" -> place = plain(value);
            case "DESCRIPTION" -> description = plain(value);
            default -> {
                // who is invited, and how often, stays in the file
            }
        }
    }

    private void end() {
        if (!open.isEmpty() && ENTRIES.contains(open.removeLast())) {
            String when = end.isEmpty() || end.equals(begin) ? begin : begin + " – " + end;
            String entry =
                    String.join(
                            "\n",
                            Stream.of(summary, when, place, description)
                                    .filter(each -> !each.isBlank())
                                    .toList());
            Optional.of(entry).filter(each -> !each.isBlank()).ifPresent(entries::add);
            summary = "";
            begin = "";
            end = "";
            place = "";
            description = "";
        }
    }

    /// As it is written there; a time that has no zone is told without.
    private static String moment(String parameters, String value) {
        Matcher parts = MOMENT.matcher(value.strip());
        if (!parts.matches()) {
            return value.strip();
        }
        String day = parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3);
        if (parts.group(4) == null) {
            return day;
        }
        Matcher zone = ZONE.matcher(parameters);
        String told = zone.find() ? " " + zone.group(1) : "";
        return day
                + " "
                + parts.group(4)
                + ":"
                + parts.group(5)
                + (parts.group(6).isEmpty() ? told : " UTC");
    }

    private static String plain(String value) {
        return ESCAPED.matcher(value)
                .replaceAll(
                        found ->
                                found.group(1).equalsIgnoreCase("n")
                                        ? "\n"
                                        : Matcher.quoteReplacement(found.group(1)))
                .strip();
    }
}
