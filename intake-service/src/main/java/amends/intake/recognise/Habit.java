package amends.intake.recognise;

import java.time.LocalDate;
import java.util.Set;

/// How a contact writes days.
///
/// @param received the day when it came
/// @param dayFirst 3/11 is in November
record Habit(LocalDate received, boolean dayFirst) {

    private static final Set<String> MONTH_FIRST = Set.of("ja", "zh", "ko");
    private static final Set<String> ENGLISH_DAY_FIRST =
            Set.of("GB", "IE", "AU", "NZ", "IN", "ZA", "SG", "HK", "MY");

    static Habit of(LocalDate received, String language, String region) {
        boolean monthFirst =
                MONTH_FIRST.contains(language)
                        || (language.equals("en") && !ENGLISH_DAY_FIRST.contains(region));
        return new Habit(received, !monthFirst);
    }
}
