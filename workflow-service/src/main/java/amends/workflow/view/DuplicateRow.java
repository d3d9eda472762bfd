package amends.workflow.view;

import amends.contracts.complaint.ComplaintEvent.DuplicateTakenIn;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A complaint that another one stands for.
///
/// @param contacts those it had, and those that came for it since
public record DuplicateRow(ComplaintId id, ComplaintReference reference, int contacts) {

    static List<DuplicateRow> with(List<DuplicateRow> rows, DuplicateTakenIn event) {
        return with(
                rows,
                new DuplicateRow(
                        event.duplicate(), event.duplicate().reference(), event.contacts()));
    }

    static List<DuplicateRow> withOneMoreContact(List<DuplicateRow> rows, ComplaintId via) {
        return find(rows, via)
                .map(row -> with(rows, new DuplicateRow(row.id, row.reference, row.contacts + 1)))
                .orElse(rows);
    }

    static List<DuplicateRow> without(List<DuplicateRow> rows, ComplaintId duplicate) {
        return rows.stream().filter(row -> !row.id.equals(duplicate)).toList();
    }

    static int contactsOf(List<DuplicateRow> rows, ComplaintId duplicate) {
        return find(rows, duplicate).map(DuplicateRow::contacts).orElse(0);
    }

    private static Optional<DuplicateRow> find(List<DuplicateRow> rows, ComplaintId id) {
        return rows.stream().filter(row -> row.id.equals(id)).findFirst();
    }

    private static List<DuplicateRow> with(List<DuplicateRow> rows, DuplicateRow row) {
        List<DuplicateRow> all = new ArrayList<>(without(rows, row.id));
        all.add(row);
        return all;
    }
}
