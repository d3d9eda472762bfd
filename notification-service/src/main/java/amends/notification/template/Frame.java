package amends.notification.template;

import amends.contracts.complaint.Remedy;

import tools.jackson.databind.JsonNode;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        JsonNode remedies) {

    static Frame read(JsonNode node) {
        Locale locale = Locale.forLanguageTag(node.get("locale").stringValue());
        return new Frame(
                locale,
                DateTimeFormatter.ofPattern(node.get("dates").stringValue(), locale),
                TemplateText.plain(node.get("greeting").stringValue()),
                TemplateText.plain(node.get("ending").stringValue()),
                TemplateText.plain(node.get("toColleagues").stringValue()),
                TemplateText.plain(node.get("endingToColleagues").stringValue()),
                TemplateText.plain(node.get("automatic").stringValue()),
                TemplateText.plain(node.get("worth").stringValue()),
                node.get("remedies"));
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
            case Remedy.ServiceImprovement _ -> name("SERVICE_IMPROVEMENT");
        };
    }

    /// The names of remedies that have one, to be compared with the vocabulary.
    List<String> namedRemedies() {
        return List.copyOf(remedies.propertyNames());
    }

    private String name(String remedy) {
        return remedies.get(remedy).stringValue();
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
