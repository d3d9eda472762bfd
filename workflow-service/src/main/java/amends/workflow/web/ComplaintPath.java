package amends.workflow.web;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;

import java.util.Optional;

/// Reads the complaint that a path names by id or by reference.
final class ComplaintPath {

    private ComplaintPath() {}

    static ComplaintId read(String idOrReference) {
        Optional<ComplaintId> byReference =
                ComplaintReference.parse(idOrReference).map(ComplaintReference::complaintId);
        return byReference
                .or(() -> id(idOrReference))
                .orElseThrow(() -> Problems.unknownComplaint(idOrReference));
    }

    private static Optional<ComplaintId> id(String text) {
        try {
            return Optional.of(new ComplaintId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
