package amends.intake.recognise;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

/// The year of a day that is told without it.
final class YearsUnsaid {

    /// Between two 29ths of February.
    private static final int LONGEST_GAP = 8;

    private YearsUnsaid() {}

    /// The last such day; of what may lie ahead, the nearer one.
    ///
    /// @param received the day when it was told
    static LocalDate meant(MonthDay said, LocalDate received, boolean mayLieAhead) {
        LocalDate last = last(said, received);
        if (!mayLieAhead) {
            return last;
        }
        LocalDate next = next(said, received);
        return ChronoUnit.DAYS.between(received, next) < ChronoUnit.DAYS.between(last, received)
                ? next
                : last;
    }

    private static LocalDate last(MonthDay said, LocalDate received) {
        int year = received.getYear();
        for (int back = 0; back <= LONGEST_GAP; back++) {
            if (said.isValidYear(year - back) && !said.atYear(year - back).isAfter(received)) {
                return said.atYear(year - back);
            }
        }
        return said.atYear(year);
    }

    private static LocalDate next(MonthDay said, LocalDate received) {
        int year = received.getYear();
        for (int ahead = 0; ahead <= LONGEST_GAP; ahead++) {
            if (said.isValidYear(year + ahead) && !said.atYear(year + ahead).isBefore(received)) {
                return said.atYear(year + ahead);
            }
        }
        return said.atYear(year);
    }
}
