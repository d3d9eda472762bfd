package amends.workflow.stream;

import amends.contracts.complaint.ComplaintCommand.RegisterContact;
import amends.contracts.complaint.Refusal;
import amends.workflow.complaint.Decision;

/// A contact that its complaint does not take is put aside whole, where operations sees it: unlike
/// a person, it has nobody who reads a refusal. The text repeats no content.
final class RefusedContact extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RefusedContact(Refusal refusal) {
        super(refusal.rule() + ": " + refusal.explanation());
    }

    /// @throws RefusedContact when it is one
    static Decision checked(Wish wish, Decision decision) {
        if (wish.command() instanceof RegisterContact
                && decision instanceof Decision.Refused refused) {
            throw new RefusedContact(refused.refusal());
        }
        return decision;
    }
}
