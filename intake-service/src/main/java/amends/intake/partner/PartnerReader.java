package amends.intake.partner;

import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.BrandName;
import amends.intake.channel.Arrival;
import amends.intake.mapping.Mapping;
import amends.intake.mapping.Template;
import amends.intake.normalise.Complainant;
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
    private final Moments moments;
    private final Template id;
    private final Template conversation;
    private final Template reference;
    private final Template language;
    private final Template subject;
    private final Template text;
    private final Template product;
    private final Template occurredAt;
    private final Template receivedAt;
    private final Template area;
    private final Template orders;
    private final Template name;
    private final Template email;
    private final Template phone;
    private final Template account;
    private final Template tier;

    /// @throws IllegalArgumentException when the mapping points with something else than pointers
    public PartnerReader(PartnerMapping mapping) {
        this.mapping = mapping;
        this.moments = new Moments(mapping.zone(), mapping.dates());
        mapping.when().keySet().forEach(pointers::position);
        mapping.needs().forEach(pointers::position);
        this.id = template(mapping.id());
        this.conversation = template(mapping.conversation());
        this.reference = template(mapping.reference());
        this.language = template(mapping.language());
        Mapping.Fields fields = mapping.fields();
        this.subject = template(fields.subject());
        this.text = template(fields.text());
        this.product = template(fields.product());
        this.occurredAt = template(fields.occurredAt());
        this.receivedAt = template(fields.receivedAt());
        this.area = template(fields.area());
        this.orders = template(fields.orders());
        this.name = template(fields.name());
        this.email = template(fields.email());
        this.phone = template(fields.phone());
        this.account = template(fields.account());
        this.tier = template(fields.tier());
    }

    public PartnerMapping mapping() {
        return mapping;
    }

    /// Why a body is none that this mapping reads, if so.
    public Optional<Misfit> misfit(JsonNode body) {
        List<String> values = pointers.values(body);
        return mapping.when().entrySet().stream()
                .filter(each -> !each.getValue().contains(value(values, each.getKey())))
                .findFirst()
                .map(
                        each ->
                                new Misfit(
                                        "partner-event-not-mapped",
                                        each.getKey()
                                                + " is \""
                                                + value(values, each.getKey())
                                                + "\"; the mapping reads "
                                                + each.getValue()))
                .or(() -> lacking(values));
    }

    /// @param reason a short code
    public record Misfit(String reason, String detail) {}

    private Optional<Misfit> lacking(List<String> values) {
        List<String> lacking =
                mapping.needs().stream().filter(each -> value(values, each).isBlank()).toList();
        if (!lacking.isEmpty()) {
            return Optional.of(new Misfit("partner-body-unfit", "Nothing stands at " + lacking));
        }
        return text.fill(values).isBlank()
                ? Optional.of(
                        new Misfit(
                                "partner-body-without-text",
                                "Nothing stands at " + mapping.fields().text()))
                : Optional.empty();
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
                moments.read(receivedAt.fill(values)).orElse(arrival.at()),
                moments.read(occurredAt.fill(values)).orElse(null),
                complainant(values),
                present(language.fill(values)),
                present(subject.fill(values)),
                text.fill(values),
                present(product.fill(values)),
                list(orders.fill(values)),
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

    private Complainant complainant(List<String> values) {
        return new Complainant(
                present(name.fill(values)),
                list(email.fill(values)),
                list(phone.fill(values)),
                list(account(values)),
                present(area.fill(values)),
                present(tier.fill(values)),
                List.of());
    }

    /// A prefix alone is nobody's account.
    private String account(List<String> values) {
        String filled = account.fill(values);
        return filled.endsWith(":") ? "" : filled;
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

    private static List<String> list(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }
}
