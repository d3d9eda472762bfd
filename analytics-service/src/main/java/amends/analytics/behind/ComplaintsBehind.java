package amends.analytics.behind;

import amends.analytics.AnalyticsSettings;
import amends.analytics.facts.KnownComplaint;
import amends.analytics.tally.Cell;
import amends.analytics.view.Figures;
import amends.contracts.access.Reach;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.figure.FigureView;
import amends.contracts.wire.Wire;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Answers which complaints are behind a figure, page by page.
@Component
public final class ComplaintsBehind {

    public static final String PAGE = "50";
    private static final int LONGEST_PAGE = 200;

    private final Behind behind;
    private final Warming warming;
    private final Figures figures;
    private final AnalyticsSettings settings;

    ComplaintsBehind(Behind behind, Warming warming, Figures figures, AnalyticsSettings settings) {
        this.behind = behind;
        this.warming = warming;
        this.figures = figures;
        this.settings = settings;
    }

    /// Some of the complaints behind a figure, newest first.
    ///
    /// @param next cursor of the next page; absent on the last one
    /// @param complete whether this and the next pages name all of them; otherwise only the newest
    public record Page(List<CountedComplaint> items, @Nullable String next, boolean complete) {

        /// Those of a brand and in a queue within reach; pages become shorter than they were asked
        /// for.
        Page within(Reach reach) {
            return new Page(
                    items.stream().filter(item -> item.isWithin(reach)).toList(), next, complete);
        }
    }

    /// A page of one figure, answered 400 when the cursor is none.
    ///
    /// @param wanted looks at the counters that the figure counts a complaint under
    public Page page(
            FigureView view,
            Cell cell,
            Predicate<Set<String>> wanted,
            @Nullable String cursor,
            int limit) {
        int size = Math.clamp(limit, 1, LONGEST_PAGE);
        List<Key> keys = behind.page(view, cell, wanted, after(cursor), size);
        return new Page(
                items(keys.stream().map(key -> new ComplaintId(key.id())).toList()),
                keys.size() < size ? null : keys.getLast().toString(),
                warming.isDone() && !behind.isLeavingOut());
    }

    /// The complaints of these ids, in their order.
    public List<CountedComplaint> items(List<ComplaintId> ids) {
        Map<ComplaintId, CountedComplaint> known =
                figures
                        .byIds(KnownComplaint.VIEW, ids.stream().map(ComplaintId::value).toList())
                        .items()
                        .stream()
                        .map(each -> Wire.mapper().convertValue(each, KnownComplaint.class))
                        .map(each -> CountedComplaint.of(each, settings.historyAfter()))
                        .collect(
                                Collectors.toMap(
                                        CountedComplaint::complaintId, Function.identity()));
        return ids.stream().map(id -> known.getOrDefault(id, CountedComplaint.of(id))).toList();
    }

    private static @Nullable Key after(@Nullable String cursor) {
        return cursor == null
                ? null
                : Key.parse(cursor)
                        .orElseThrow(
                                () ->
                                        new ResponseStatusException(
                                                HttpStatus.BAD_REQUEST,
                                                "Not a cursor of this list. Leave it out to begin"
                                                        + " at the top."));
    }
}
