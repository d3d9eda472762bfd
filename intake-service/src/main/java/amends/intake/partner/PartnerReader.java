package amends.intake.partner;

import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.BrandName;
import amends.intake.channel.Arrival;
import amends.intake.mapping.FieldReader;
import amends.intake.mapping.Template;
import amends.intake.normalise.Hashes;
import amends.intake.normalise.Moments;
import amends.intake.normalise.Report;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Reads the bodies of one partner system: a mapping, compiled.
public final class PartnerReader {

    private final PartnerMapping mapping;
    private final Pointers pointers = new Pointers();
    private final Template id;
    private final Template conversation;
    private final Template reference;
    private final Template language;
    private final FieldReader fields;

    /// @throws IllegalArgumentException when the mapping points with something else than pointers
    public PartnerReader(PartnerMapping mapping) {
        this.mapping = mapping;
        mapping.when().keySet().forEach(pointers::position);
        mapping.needs().forEach(pointers::position);
        this.id = template(mapping.id());
        this.conversation = template(mapping.conversation());
        this.reference = template(mapping.reference());
        this.language = template(mapping.language());
        this.fields =
                new FieldReader(
                        mapping.fields(),
                        pointers::position,
                        new Moments(mapping.zone(), mapping.dates()));
    }

    public PartnerMapping mapping() {
        return mapping;
    }

    /// Why a body is none that this mapping is for, if so.
    public Optional<String> leftOut(JsonNode body) {
        List<String> values = pointers.values(body);
        return mapping.when().entrySet().stream()
                .filter(each -> !each.getValue().contains(value(values, each.getKey())))
                .findFirst()
                .map(
                        each ->
                                each.getKey()
                                        + " is \""
                                        + value(values, each.getKey())
                                        + "\"; the mapping reads "
                                        + each.getValue());
    }

    /// @param reason a short code
    public record Misfit(String reason, String detail) {}

    /// Why a body can't be read, if so.
    public Optional<Misfit> misfit(JsonNode body) {
        List<String> values = pointers.values(body);
        List<String> lacking =
                mapping.needs().stream().filter(each -> value(values, each).isBlank()).toList();
        if (!lacking.isEmpty()) {
            return Optional.of(new Misfit("partner-body-unfit", "Nothing stands at " + lacking));
        }
        return fields.text(values).isBlank() ? Optional.of(withoutText()) : Optional.empty();
    }

    /// What a body is that says nothing where its words should stand.
    Misfit withoutText() {
        return new Misfit(
                "partner-body-without-text", "Nothing stands at " + mapping.fields().text());
    }

    /// @param house the brand of a mapping that names none
    public Report read(JsonNode body, Arrival arrival, BrandName house) {
        List<String> values = pointers.values(body);
        return new Report(
                Objects.requireNonNullElse(mapping.brand(), house),
                mapping.channel(),
                arrival.source(),
                identity(values, arrival),
                ofMapping(conversation.fill(values)),
                ComplaintReference.parse(reference.fill(values)).orElse(null),
                fields.receivedAt(values).orElse(arrival.at()),
                fields.occurredAt(values),
                fields.complainant(values, List.of()),
                present(language.fill(values)),
                fields.subject(values),
                fields.text(values),
                fields.product(values),
                fields.orders(values),
                List.of(),
                arrival.original(),
                List.of());
    }

    private String identity(List<String> values, Arrival arrival) {
        String own = ofMapping(id.fill(values));
        String told = arrival.idAtSource();
        return own != null ? own : told != null ? told : Hashes.of(arrival.content()).value();
    }

    /// One key may send by several mappings, whose systems number their tickets alike.
    private @Nullable String ofMapping(String id) {
        return id.isBlank() ? null : mapping.name() + ":" + id;
    }

    private String value(List<String> values, String pointer) {
        return values.get(pointers.position(pointer));
    }

    private Template template(@Nullable String template) {
        return Template.of(template, pointers::position);
    }

    private static @Nullable String present(String text) {
        return text.isBlank() ? null : text;
    }
}
