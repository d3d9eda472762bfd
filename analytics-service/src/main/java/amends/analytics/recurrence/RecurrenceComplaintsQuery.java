package amends.analytics.recurrence;

import amends.analytics.behind.ComplaintsBehind;
import amends.analytics.behind.CountedComplaint;
import amends.analytics.recurrence.ComplaintsOfCluster.Told;
import amends.analytics.view.Figures;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.wire.Wire;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.util.List;

/// Answers in which complaints a recurring concern was told, newest first.
@RestController
class RecurrenceComplaintsQuery {

    private final Figures figures;
    private final ComplaintsBehind behind;

    RecurrenceComplaintsQuery(Figures figures, ComplaintsBehind behind) {
        this.figures = figures;
        this.behind = behind;
    }

    /// A concern that became part of another one is answered as that one. The cursor is the
    /// complaint that the former page ended with.
    @GetMapping("/analytics/recurrence/{clusterId}/complaints")
    ComplaintsBehind.Page complaints(
            @PathVariable String clusterId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = ComplaintsBehind.PAGE) int limit) {
        List<ComplaintId> all = told(whole(clusterId)).stream().map(Told::complaint).toList();
        int size = Math.clamp(limit, 1, ComplaintsOfCluster.MOST);
        List<ComplaintId> page = all.stream().skip(behind(all, cursor)).limit(size).toList();
        boolean last = page.isEmpty() || page.getLast().equals(all.getLast());
        List<CountedComplaint> items = behind.items(page);
        return new ComplaintsBehind.Page(
                items, last ? null : page.getLast().value(), all.size() < ComplaintsOfCluster.MOST);
    }

    private String whole(String clusterId) {
        Document found =
                figures.byId(ClusterFigure.VIEW, clusterId)
                        .orElseThrow(
                                () ->
                                        new ResponseStatusException(
                                                HttpStatus.NOT_FOUND,
                                                ClusterNotes.NO_SUCH_CONCERN));
        String into = found.getString("mergedInto");
        return into == null ? clusterId : whole(into);
    }

    private List<Told> told(String clusterId) {
        return figures.byId(ComplaintsOfCluster.VIEW, clusterId)
                .map(each -> Wire.mapper().convertValue(each, ComplaintsOfCluster.class).told())
                .orElse(List.of());
    }

    private static int behind(List<ComplaintId> all, @Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).value().equals(cursor)) {
                return at + 1;
            }
        }
        throw new ResponseStatusException(
                HttpStatus.BAD_REQUEST,
                "Not a cursor of this list, or no longer. Leave it out to begin at the top.");
    }
}
