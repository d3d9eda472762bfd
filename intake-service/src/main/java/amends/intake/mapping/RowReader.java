package amends.intake.mapping;

import amends.contracts.contact.Original;
import amends.contracts.contact.SourceName;
import amends.intake.normalise.Complainant;
import amends.intake.normalise.Hashes;
import amends.intake.normalise.Moments;
import amends.intake.normalise.Report;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the rows of one file: a mapping bound to the columns that the file has.
public final class RowReader {

    private static final String BETWEEN_CELLS = "\u001f";

    private final Mapping mapping;
    private final List<String> columns;
    private final Moments moments;
    private final Set<String> unknown;
    private final List<Integer> id;
    private final List<Integer> customerKey;
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

    RowReader(Mapping mapping, Mapping.Layout layout, List<String> header) {
        this.mapping = mapping;
        this.columns =
                header.stream().map(name -> layout.rename().getOrDefault(name, name)).toList();
        this.moments = new Moments(mapping.zone(), mapping.dates());
        this.unknown = new HashSet<>(mapping.unknown());
        this.id = mapping.id().stream().map(this::position).toList();
        this.customerKey = mapping.customerKey().stream().map(this::position).toList();
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

    public int width() {
        return columns.size();
    }

    public Mapping mapping() {
        return mapping;
    }

    /// @param cells the row, as many as there are columns
    /// @return nothing when the row has no text
    public Optional<Report> read(
            List<String> cells, SourceName source, Original original, Instant now) {
        List<String> values =
                cells.stream().map(cell -> unknown.contains(cell.strip()) ? "" : cell).toList();
        String words = text.fill(values);
        if (words.isBlank()) {
            return Optional.empty();
        }
        Instant received = moments.read(receivedAt.fill(values)).orElse(now);
        return Optional.of(
                new Report(
                        mapping.brand(),
                        mapping.channel(),
                        source,
                        identity(cells),
                        null,
                        null,
                        received,
                        moments.read(occurredAt.fill(values)).orElse(null),
                        complainant(values),
                        mapping.language(),
                        present(subject.fill(values)),
                        words,
                        present(product.fill(values)),
                        list(orders.fill(values)),
                        List.of(),
                        original,
                        List.of()));
    }

    private String identity(List<String> cells) {
        List<String> own = id.stream().map(cells::get).map(String::strip).toList();
        return own.isEmpty() || own.stream().allMatch(String::isEmpty)
                ? Hashes.of(String.join(BETWEEN_CELLS, cells)).value()
                : String.join(BETWEEN_CELLS, own);
    }

    /// The cells that tell the row from others at its source; fewer when the row is incomplete.
    public List<String> identifying(List<String> cells) {
        return id.stream()
                .filter(position -> position < cells.size())
                .map(cells::get)
                .filter(cell -> !cell.isBlank())
                .toList();
    }

    private Complainant complainant(List<String> values) {
        List<String> facts = customerKey.stream().map(values::get).toList();
        return new Complainant(
                present(name.fill(values)),
                list(email.fill(values)),
                list(phone.fill(values)),
                list(account.fill(values)),
                present(area.fill(values)),
                present(tier.fill(values)),
                facts.stream().anyMatch(String::isBlank) ? List.of() : facts);
    }

    private Template template(@Nullable String template) {
        return Template.of(template, this::position);
    }

    private int position(String column) {
        int position = columns.indexOf(Template.column(column));
        if (position < 0) {
            throw new IllegalArgumentException(
                    "Mapping "
                            + mapping.name()
                            + " uses a column that its layout lacks: "
                            + column
                            + ". Correct the mapping.");
        }
        return position;
    }

    private static @Nullable String present(String text) {
        return text.isBlank() ? null : text;
    }

    private static List<String> list(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }
}
