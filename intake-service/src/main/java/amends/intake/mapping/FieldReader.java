package amends.intake.mapping;

import amends.intake.normalise.Complainant;
import amends.intake.normalise.Moments;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the fields of a mapping find among the values of a row or a body: their templates,
/// compiled.
public final class FieldReader {

    private final Moments moments;
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

    /// @param position where a value stands that a template names
    public FieldReader(Mapping.Fields fields, Function<String, Integer> position, Moments moments) {
        this.moments = moments;
        this.subject = Template.of(fields.subject(), position);
        this.text = Template.of(fields.text(), position);
        this.product = Template.of(fields.product(), position);
        this.occurredAt = Template.of(fields.occurredAt(), position);
        this.receivedAt = Template.of(fields.receivedAt(), position);
        this.area = Template.of(fields.area(), position);
        this.orders = Template.of(fields.orders(), position);
        this.name = Template.of(fields.name(), position);
        this.email = Template.of(fields.email(), position);
        this.phone = Template.of(fields.phone(), position);
        this.account = Template.of(fields.account(), position);
        this.tier = Template.of(fields.tier(), position);
    }

    public String text(List<String> values) {
        return text.fill(values);
    }

    public @Nullable String subject(List<String> values) {
        return present(subject.fill(values));
    }

    public @Nullable String product(List<String> values) {
        return present(product.fill(values));
    }

    public List<String> orders(List<String> values) {
        return list(orders.fill(values));
    }

    public Optional<Instant> receivedAt(List<String> values) {
        return moments.read(receivedAt.fill(values));
    }

    public @Nullable Instant occurredAt(List<String> values) {
        return moments.read(occurredAt.fill(values)).orElse(null);
    }

    /// @param facts that tell him from others where he has no name
    public Complainant complainant(List<String> values, List<String> facts) {
        return new Complainant(
                present(name.fill(values)),
                list(email.fill(values)),
                list(phone.fill(values)),
                list(account(values)),
                present(area.fill(values)),
                present(tier.fill(values)),
                facts);
    }

    /// A prefix alone is nobody's account.
    private String account(List<String> values) {
        String filled = account.fill(values);
        return filled.endsWith(":") ? "" : filled;
    }

    private static @Nullable String present(String text) {
        return text.isBlank() ? null : text;
    }

    private static List<String> list(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }
}
