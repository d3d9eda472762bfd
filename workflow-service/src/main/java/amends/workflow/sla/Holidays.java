package amends.workflow.sla;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Days on which nobody works: a country's public holidays (Jollyday's, by ISO country and region),
/// corrected by own dates.
final class Holidays {

    /// @param country ISO 3166 code, for example `jp`
    /// @param regions Jollyday's region codes, from wide to narrow
    record Region(String country, List<String> regions) {
        Region {
            regions = List.copyOf(regions);
        }
    }

    private final List<Region> regions;
    private final Set<LocalDate> closed;
    private final Set<LocalDate> open;
    private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

    Holidays(List<Region> regions, Set<LocalDate> closed, Set<LocalDate> open) {
        this.regions = List.copyOf(regions);
        this.closed = Set.copyOf(closed);
        this.open = Set.copyOf(open);
    }

    boolean contain(LocalDate date) {
        return closed.contains(date) || (!open.contains(date) && published(date));
    }

    private boolean published(LocalDate date) {
        return !regions.isEmpty()
                && byYear.computeIfAbsent(date.getYear(), this::publicHolidays).contains(date);
    }

    private Set<LocalDate> publicHolidays(int year) {
        return regions.stream()
                .flatMap(region -> of(region, year).stream())
                .map(Holiday::getDate)
                .collect(Collectors.toSet());
    }

    private static Set<Holiday> of(Region region, int year) {
        String[] regions = region.regions().toArray(String[]::new);
        return HolidayManager.getInstance(ManagerParameters.create(region.country()))
                .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, regions);
    }
}
