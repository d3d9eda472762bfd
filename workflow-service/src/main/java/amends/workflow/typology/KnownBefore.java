package amends.workflow.typology;

import amends.contracts.typology.Relation;
import amends.contracts.typology.Temper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Of what type a customer was in his earlier complaints: where to start from until the present one
/// shows something. What a person corrected wins over what signs showed, then the later over the
/// earlier.
///
/// @param temper absent: never known
/// @param temperCorrected whether a person said so
/// @param relation absent: never known
/// @param relationCorrected whether a person said so
public record KnownBefore(
        @Nullable Temper temper,
        boolean temperCorrected,
        @Nullable Relation relation,
        boolean relationCorrected) {

    /// @param earlier of his other complaints, the newest first
    public static KnownBefore of(List<Typology> earlier) {
        return new KnownBefore(
                first(earlier, Typology::temper, Typology::temperCorrected),
                earlier.stream().anyMatch(Typology::temperCorrected),
                first(earlier, Typology::relation, Typology::relationCorrected),
                earlier.stream().anyMatch(Typology::relationCorrected));
    }

    private static <T> @Nullable T first(
            List<Typology> earlier,
            Function<Typology, @Nullable T> type,
            Predicate<Typology> corrected) {
        return Stream.concat(earlier.stream().filter(corrected), earlier.stream())
                .flatMap(each -> Stream.ofNullable(type.apply(each)))
                .findFirst()
                .orElse(null);
    }

    public @Nullable Temper temper(Typology present) {
        return present.temper() == null ? temper : present.temper();
    }

    public @Nullable Relation relation(Typology present) {
        return present.relation() == null ? relation : present.relation();
    }

    /// Whether it tells what the present complaint does not.
    public boolean adds(Typology present) {
        return (present.temper() == null && temper != null)
                || (present.relation() == null && relation != null);
    }
}
