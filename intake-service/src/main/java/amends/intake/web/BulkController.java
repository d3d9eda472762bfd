package amends.intake.web;

import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;
import amends.intake.bulk.ImportId;
import amends.intake.bulk.Importer;
import amends.intake.bulk.Imports;
import amends.intake.bulk.Progress;
import amends.intake.bulk.Upload;
import amends.intake.mapping.Mapping;
import amends.intake.mapping.Mappings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/// Whole files: NDJSON in canonical form, or CSV or a spreadsheet with a mapping; plain or gzip.
/// The answer begins when the upload has ended.
@RestController
class BulkController {

    private static final String IMPORT_ID = "Import-Id";
    private static final String CANONICAL = "canonical";
    private static final String GZIP = "application/gzip";

    private final Importer importer;
    private final Imports imports;
    private final Mappings mappings;
    private final Webhooks webhooks;
    private final FairShare files;

    BulkController(
            Importer importer,
            Imports imports,
            Mappings mappings,
            Webhooks webhooks,
            WebSettings settings) {
        this.importer = importer;
        this.imports = imports;
        this.mappings = mappings;
        this.webhooks = webhooks;
        this.files = new FairShare(settings.importsOfOne(), Duration.ZERO);
    }

    @PostMapping(
            path = "/bulk",
            consumes = {
                "text/csv",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "text/plain",
                "application/x-ndjson",
                "application/jsonl",
                "application/json",
                GZIP,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    void upload(
            @RequestHeader(name = Sources.ACTOR, defaultValue = Sources.DIRECT) String actor,
            @RequestParam(defaultValue = CANONICAL) String mapping,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String importId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        webhooks.refuseUnsigned(actor);
        ImportId id = importId(importId == null ? UUID.randomUUID().toString() : importId);
        SourceName from = source == null ? null : Sources.of(source, source);
        Upload upload =
                new Upload(
                        id,
                        mapping(mapping),
                        from,
                        charset(request),
                        isGzip(request),
                        Senders.scope(request));
        response.setHeader(IMPORT_ID, id.value());
        try (FairShare.Part _ = files.take(actor, 1)) {
            importer.run(upload, request.getInputStream(), () -> answer(response));
        }
    }

    @GetMapping("/imports/{importId}")
    Progress progress(@PathVariable String importId) {
        return imports.progress(importId(importId))
                .orElseThrow(
                        () ->
                                new Refusal(
                                        HttpStatus.NOT_FOUND,
                                        "No import of this id runs or ran lately in this"
                                                + " process."));
    }

    private @Nullable Mapping mapping(String name) {
        if (name.equals(CANONICAL)) {
            return null;
        }
        return mappings.named(new PolicyName(name))
                .orElseThrow(
                        () ->
                                new Refusal(
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        "There is no mapping named "
                                                + name
                                                + ". Use one of "
                                                + mappings.names()
                                                + " or "
                                                + CANONICAL
                                                + "."));
    }

    private static ImportId importId(String value) {
        try {
            return new ImportId(value);
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isGzip(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(GZIP);
    }

    private static @Nullable String charset(HttpServletRequest request) {
        String contentType = request.getContentType();
        if (contentType == null) {
            return null;
        }
        try {
            return MediaType.parseMediaType(contentType.replace("charset", "told"))
                    .getParameter("told");
        } catch (InvalidMediaTypeException e) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "The Content-Type can't be read. Use text/csv or application/x-ndjson.");
        }
    }

    private static OutputStream answer(HttpServletResponse response) {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        try {
            return response.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
