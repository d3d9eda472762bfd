package amends.notification.book;

import amends.contracts.complaint.Actor;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PublishedPolicy;
import amends.notification.template.Templates;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/// Shows the templates in force, and those that were before.
@RestController
@RequestMapping("/notification-templates")
class TemplateController {

    private final TemplateBook templates;

    TemplateController(TemplateBook templates) {
        this.templates = templates;
    }

    record Items<T>(List<T> items) {}

    /// A template without its words.
    record TemplateSummary(PolicyName name, int version, Instant publishedAt, Actor publishedBy) {
        static TemplateSummary of(PublishedPolicy template) {
            return new TemplateSummary(
                    template.version().name(),
                    template.version().version(),
                    template.publishedAt(),
                    template.publishedBy());
        }
    }

    /// A version of a template.
    ///
    /// @param placeholders what its words may name
    record TemplateAnswer(
            PolicyName name,
            int version,
            Instant publishedAt,
            Actor publishedBy,
            SortedSet<String> placeholders,
            JsonNode body) {
        static TemplateAnswer of(PublishedPolicy template) {
            return new TemplateAnswer(
                    template.version().name(),
                    template.version().version(),
                    template.publishedAt(),
                    template.publishedBy(),
                    Templates.placeholders(template.version().name()),
                    template.body());
        }
    }

    @GetMapping
    Items<TemplateSummary> all() {
        return new Items<>(templates.book().published().stream().map(TemplateSummary::of).toList());
    }

    @GetMapping("/{name}")
    TemplateAnswer one(@PathVariable("name") PolicyName name) {
        return TemplateAnswer.of(known(name));
    }

    @GetMapping("/{name}/versions")
    Items<TemplateSummary> versions(@PathVariable("name") PolicyName name) {
        known(name);
        return new Items<>(
                templates.book().history().of(name).stream().map(TemplateSummary::of).toList());
    }

    @GetMapping("/{name}/versions/{version}")
    TemplateAnswer version(
            @PathVariable("name") PolicyName name, @PathVariable("version") int version) {
        known(name);
        return templates.book().history().of(name).stream()
                .filter(each -> each.version().version() == version)
                .findFirst()
                .map(TemplateAnswer::of)
                .orElseThrow(
                        () ->
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND,
                                        "There is no version %d of %s".formatted(version, name)));
    }

    private PublishedPolicy known(PolicyName name) {
        return templates.book().published(name).orElseThrow(() -> unknown(name));
    }

    static ResponseStatusException unknown(PolicyName name) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "There is no template %s; GET /api/notification-templates lists them"
                        .formatted(name));
    }
}
