package amends.intake.mapping;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// How the rows of one kind of file become complaints; written as YAML, see `mappings/`.
///
/// @param version raised with every change, so that an import can say how it was read
/// @param language of all rows; recognised row by row when absent
/// @param zone where dates without a zone are meant
/// @param delimiter between columns
/// @param unknown values that say nothing
/// @param id columns that together are the source's own id; without them a row is identified by all
///   of its content
/// @param dates spellings of dates, besides the usual ones
/// @param customerKey columns that, all stated, point to one person although nobody is named
public record Mapping(
        PolicyName name,
        int version,
        BrandName brand,
        ChannelName channel,
        SourceName source,
        @Nullable String language,
        ZoneId zone,
        String delimiter,
        List<Layout> layouts,
        List<String> unknown,
        List<String> id,
        Fields fields,
        List<String> dates,
        List<String> customerKey) {

    /// One order and naming of the columns.
    ///
    /// @param columns what must occur in the header, in any order
    /// @param rename the file's name of a column → the name that the templates use
    public record Layout(String name, List<String> columns, Map<String, String> rename) {

        public Layout {
            columns = List.copyOf(columns);
            rename = rename == null ? Map.of() : Map.copyOf(rename);
        }
    }

    /// Templates, see [Template]; absent ones give nothing.
    public record Fields(
            @Nullable String subject,
            String text,
            @Nullable String product,
            @Nullable String occurredAt,
            @Nullable String receivedAt,
            @Nullable String area,
            @Nullable String orders,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String account,
            @Nullable String tier) {}

    public Mapping {
        Objects.requireNonNull(fields, "A mapping needs fields");
        delimiter = delimiter == null ? "," : delimiter;
        if (delimiter.length() != 1) {
            throw new IllegalArgumentException("The delimiter of a mapping is one character");
        }
        layouts = List.copyOf(layouts);
        unknown = orNone(unknown);
        id = orNone(id);
        dates = orNone(dates);
        customerKey = orNone(customerKey);
    }

    /// The reader for files with this header; empty when no layout fits.
    public Optional<RowReader> reader(List<String> header) {
        List<String> columns = header.stream().map(Template::column).toList();
        return layouts.stream()
                .filter(
                        layout ->
                                columns.containsAll(
                                        layout.columns().stream().map(Template::column).toList()))
                .findFirst()
                .map(layout -> new RowReader(this, layout, columns));
    }

    private static List<String> orNone(@Nullable List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
