package amends.intake.web;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.ContactId;
import amends.contracts.quarantine.AsideKind;
import amends.contracts.quarantine.QuarantineId;
import amends.contracts.quarantine.QuarantineReason;
import amends.intake.channel.Fault;
import amends.intake.publish.Taken;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/// What the sender gets for an input that was taken in.
///
/// @param status `accepted`, `quarantined`, `set-aside` when it is no complaint, or `rejected` for
///   an item of a batch
record Receipt(
        String status,
        @Nullable ComplaintId complaintId,
        @Nullable ComplaintReference reference,
        @Nullable ContactId contactId,
        @Nullable QuarantineId quarantineId,
        @Nullable QuarantineReason reason,
        @Nullable List<Fault> errors) {

    static Receipt of(Taken taken) {
        return switch (taken) {
            case Taken.Accepted(ComplaintId complaint, ContactId contact) ->
                    new Receipt(
                            "accepted",
                            complaint,
                            complaint.reference(),
                            contact,
                            null,
                            null,
                            null);
            case Taken.Quarantined(QuarantineId id, QuarantineReason reason) ->
                    new Receipt("quarantined", null, null, null, id, reason, null);
            case Taken.SetAside(QuarantineId id, AsideKind kind) ->
                    new Receipt(
                            "set-aside",
                            null,
                            null,
                            null,
                            id,
                            new QuarantineReason(
                                    kind.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                            null);
            case Taken.Refused(var why) ->
                    new Receipt("rejected", null, null, null, null, null, why.faults());
        };
    }

    /// @throws Refusal when it was not taken in
    static ResponseEntity<Receipt> answer(Taken taken) {
        if (taken instanceof Taken.Refused(var why)) {
            throw new Refusal(
                    why.malformed() ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT,
                    "Nothing was taken in. Correct what is listed under errors and send it again.",
                    why.faults());
        }
        Receipt receipt = of(taken);
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted();
        if (receipt.complaintId() != null) {
            answer.location(URI.create("/api/complaints/" + receipt.complaintId()));
        }
        return answer.body(receipt);
    }
}
