package amends.intake.mapping;

import amends.contracts.contact.Original;
import amends.contracts.contact.SourceName;
import amends.intake.normalise.Complainant;
import amends.intake.normalise.Hashes;
import amends.intake.normalise.Moments;
import amends.intake.normalise.Report;

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
    private final Set<String> unknown;
    private final List<Integer> id;
    private final List<Integer> customerKey;
    private final FieldReader fields;

    RowReader(Mapping mapping, Mapping.Layout layout, List<String> header) {
        this.mapping = mapping;
        this.columns =
                header.stream().map(name -> layout.rename().getOrDefault(name, name)).toList();
        this.unknown = new HashSet<>(mapping.unknown());
        this.id = mapping.id().stream().map(this::position).toList();
        this.customerKey = mapping.customerKey().stream().map(this::position).toList();
        this.fields =
                new FieldReader(
                        mapping.fields(),
                        this::position,
                        new Moments(mapping.zone(), mapping.dates()));
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
        String words = fields.text(values);
        if (words.isBlank()) {
            return Optional.empty();
        }
        Instant received = fields.receivedAt(values).orElse(now);
        return Optional.of(
                new Report(
                        mapping.brand(),
                        mapping.channel(),
                        source,
                        identity(cells),
                        null,
                        null,
                        received,
                        fields.occurredAt(values),
                        complainant(values),
                        mapping.language(),
                        fields.subject(values),
                        words,
                        fields.product(values),
                        fields.orders(values),
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
        return fields.complainant(
                values, facts.stream().anyMatch(String::isBlank) ? List.of() : facts);
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
}
