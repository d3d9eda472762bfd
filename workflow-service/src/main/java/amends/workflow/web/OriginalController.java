package amends.workflow.web;

import amends.contracts.contact.ContactId;
import amends.contracts.contact.Original;
import amends.workflow.mail.FormattedMail;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Hands out contacts exactly as they were received. Whatever they contain, no browser may run it.
@RestController
class OriginalController {

    private final Originals originals;

    OriginalController(Originals originals) {
        this.originals = originals;
    }

    @GetMapping("/complaints/{idOrReference}/contacts/{contactId}/original")
    ResponseEntity<byte[]> original(
            @PathVariable String idOrReference, @PathVariable ContactId contactId) {
        return download(contactId, originals.of(idOrReference, contactId));
    }

    /// Mails alone have one, and of those not all: then the text says all there is. Whoever shows
    /// it needs no policy of his own, for nothing in it loads or runs.
    @GetMapping("/complaints/{idOrReference}/contacts/{contactId}/formatted")
    ResponseEntity<FormattedMail> formatted(
            @PathVariable String idOrReference, @PathVariable ContactId contactId) {
        return FormattedMail.of(originals.of(idOrReference, contactId).content().bytes())
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
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
}
