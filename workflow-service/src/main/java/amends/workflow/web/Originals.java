package amends.workflow.web;

import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Original;
import amends.workflow.stream.OriginalReader;
import amends.workflow.view.CaseDetails;
import amends.workflow.view.CaseDetails.CaseContact;
import amends.workflow.view.CaseStore;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/// Finds what a contact of a complaint was like when it came.
@Component
final class Originals {

    private final CaseStore cases;
    private final OriginalReader reader;

    Originals(CaseStore cases, OriginalReader reader) {
        this.cases = cases;
        this.reader = reader;
    }

    /// @throws ErrorResponseException when the complaint has no such contact
    Original of(String idOrReference, ContactId id) {
        CaseContact contact =
                cases.find(ComplaintPath.read(idOrReference)).stream()
                        .flatMap(file -> CaseDetails.of(file).contacts().stream())
                        .filter(each -> each.content().id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> unknown(id));
        return reader.read(contact.original())
                .filter(each -> each.content().id().equals(id))
                .map(Contact::original)
                .orElseThrow(() -> unknown(id));
    }

    private static ErrorResponseException unknown(ContactId contact) {
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "This complaint has no contact %s; take an id from its `contacts`"
                        .formatted(contact));
    }
}
