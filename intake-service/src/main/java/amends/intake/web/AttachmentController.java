package amends.intake.web;

import amends.contracts.contact.ContentHash;
import amends.contracts.contact.ScanFinding;
import amends.intake.content.ContentStore;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;

/// Hands out the files that came with contacts. Whatever they contain, no browser may run it: they
/// are bytes to be saved, and their type stands with the contact.
@RestController
class AttachmentController {

    private static final String HASH = "[0-9a-f]{64}";

    private final ContentStore files;

    AttachmentController(ContentStore files) {
        this.files = files;
    }

    @GetMapping("/attachments/{hash}")
    ResponseEntity<Resource> attachment(@PathVariable String hash) throws IOException {
        if (!hash.matches(HASH)) {
            throw notThere();
        }
        return files.find(new ContentHash(hash))
                .map(found -> answer(hash, found))
                .orElseThrow(AttachmentController::notThere);
    }

    private static ResponseEntity<Resource> answer(String hash, ContentStore.Found found) {
        return switch (found) {
            case ContentStore.Found.Stored stored -> download(hash, stored);
            case ContentStore.Found.Withheld(ScanFinding finding) ->
                    throw new Refusal(
                            HttpStatus.FORBIDDEN,
                            "Of this file the virus scan says: "
                                    + finding
                                    + "; nobody gets it. The words that came with it"
                                    + " stand in the complaint.");
        };
    }

    private static ResponseEntity<Resource> download(
            String hash, ContentStore.Found.Stored stored) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(stored.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(hash).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(stored.bytes()));
    }

    private static Refusal notThere() {
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "No file with this hash is kept; take one from a contact's `attachments`.");
    }
}
