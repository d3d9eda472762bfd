package amends.workflow.web;

import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Original;
import amends.workflow.stream.OriginalReader;
import amends.workflow.view.CaseDetails;
import amends.workflow.view.CaseDetails.CaseContact;
import amends.workflow.view.CaseStore;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Hands out contacts exactly as they were received. Whatever they contain, no browser may run it.
@RestController
class OriginalController {

    private final CaseStore cases;
    private final OriginalReader originals;

    OriginalController(CaseStore cases, OriginalReader originals) {
        this.cases = cases;
        this.originals = originals;
    }

    @GetMapping("/complaints/{idOrReference}/contacts/{contactId}/original")
    ResponseEntity<byte[]> original(
            @PathVariable String idOrReference, @PathVariable ContactId contactId) {
        CaseContact contact =
                cases.find(ComplaintPath.read(idOrReference)).stream()
                        .flatMap(file -> CaseDetails.of(file).contacts().stream())
                        .filter(each -> each.content().id().equals(contactId))
                        .findFirst()
                        .orElseThrow(() -> unknown(contactId));
        Contact stored =
                originals
                        .read(contact.original())
                        .filter(each -> each.content().id().equals(contactId))
                        .orElseThrow(() -> unknown(contactId));
        return download(contactId, stored.original());
    }

    private static ResponseEntity<byte[]> download(ContactId contact, Original original) {
        return ResponseEntity.ok()
                .contentType(mediaType(original))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(contact.value())
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(original.content().bytes());
    }

    private static MediaType mediaType(Original original) {
        try {
            return MediaType.parseMediaType(original.mediaType().value());
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    private static ErrorResponseException unknown(ContactId contact) {
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "This complaint has no contact %s; take an id from its `contacts`"
                        .formatted(contact));
    }
}
