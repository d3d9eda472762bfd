package amends.intake.normalise;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What an input says about who complains, as it was written there.
///
/// @param statedFacts facts that together point to one person although nobody is named; empty when
///   they don't
public record Complainant(
        @Nullable String name,
        List<String> emails,
        List<String> phones,
        List<String> accounts,
        @Nullable String area,
        @Nullable String tier,
        List<String> statedFacts) {

    public static final Complainant NOBODY =
            new Complainant(null, List.of(), List.of(), List.of(), null, null, List.of());

    public Complainant {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        accounts = List.copyOf(accounts);
        statedFacts = List.copyOf(statedFacts);
    }
}
