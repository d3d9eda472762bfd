package amends.notification.template;

import amends.contracts.complaint.Remedy;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What all letters of one language share: greeting, ending, names of things, forms of dates and
/// amounts.
record Frame(
        Locale locale,
        DateTimeFormatter dates,
        TemplateText greeting,
        TemplateText ending,
        TemplateText toColleagues,
        TemplateText endingToColleagues,
        TemplateText automatic,
        TemplateText worth,
        Map<String, String> remedies) {

    /// A moment whose month, day and hour have two digits, and which some patterns can't tell.
    private static final ZonedDateTime LATE =
            ZonedDateTime.of(2026, 12, 31, 23, 45, 0, 0, ZoneId.of("Asia/Tokyo"));

    private static final String IMPROVEMENT = "SERVICE_IMPROVEMENT";

    /// Every letter has them.
    static final Set<String> PLACEHOLDERS = Set.of("brand", "reference", "title", "named", "name");

    private static final Set<String> WORTH = Set.of("remedy", "amount");

    static Frame read(TemplatePart part) {
        Locale locale = Locale.forLanguageTag(part.at("locale").line());
        return new Frame(
                locale,
                dates(part.at("dateFormat"), locale),
                part.at("greeting").text(PLACEHOLDERS),
                part.at("ending").text(PLACEHOLDERS),
                part.at("toColleagues").text(PLACEHOLDERS),
                part.at("endingToColleagues").text(PLACEHOLDERS),
                part.at("automatic").text(PLACEHOLDERS),
                part.at("worth").text(WORTH),
                remedies(part.at("remedies")));
    }

    private static DateTimeFormatter dates(TemplatePart part, Locale locale) {
        try {
            DateTimeFormatter dates = DateTimeFormatter.ofPattern(part.line(), locale);
            String _ = dates.format(LATE);
            return dates;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw part.wrong("this is no pattern of a date: " + e.getMessage());
        }
    }

    private static Map<String, String> remedies(TemplatePart part) {
        return Stream.of(
                        Arrays.stream(Remedy.MaterialKind.values()).map(Enum::name),
                        Arrays.stream(Remedy.MoralKind.values()).map(Enum::name),
                        Stream.of(IMPROVEMENT))
                .flatMap(Function.identity())
                .collect(Collectors.toMap(Function.identity(), name -> part.at(name).line()));
    }

    String moment(Instant instant, ZoneId zone) {
        return dates.format(instant.atZone(zone));
    }

    String remedy(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Material material ->
                    worth.with(
                            Map.of(
                                    "remedy", name(material.kind().name()),
                                    "amount", amount(material)));
            case Remedy.Moral moral -> name(moral.kind().name());
            case Remedy.ServiceImprovement _ -> name(IMPROVEMENT);
        };
    }

    private String name(String remedy) {
        return remedies.getOrDefault(remedy, remedy);
    }

    private String amount(Remedy.Material material) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(material.currency());
        int digits = Math.max(0, material.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(material.amount());
    }
}
