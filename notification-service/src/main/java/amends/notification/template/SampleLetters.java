package amends.notification.template;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.LanguageTag;
import amends.contracts.notification.NotificationKind;
import amends.contracts.notification.Rendered;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.PersonName;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PublishedPolicy;
import amends.notification.rule.Correspondence;
import amends.notification.rule.Notice;
import amends.notification.rule.Occasion;
import amends.notification.rule.Recipient;

import io.pebbletemplates.pebble.error.PebbleException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Letters to invented customers, in every form and language: to be looked at, and to find out
/// whether templates can be followed before they are.
public final class SampleLetters {

    private static final BrandName BRAND = new BrandName("Example");
    private static final ComplaintId COMPLAINT =
            ComplaintId.derive(BRAND, new ChannelName("email"), "sample");
    private static final Occasion OCCASION =
            new Occasion(COMPLAINT, 1, Instant.parse("2026-04-01T00:00:00Z"));
    private static final EmailAddress TO = new EmailAddress("customer@amends.example");
    private static final JsonNode WORDS = ShippedTemplates.yaml("samples");

    /// Kinds that show all of the frame: greeting and ending to customers and colleagues, remedies.
    private static final List<NotificationKind> OF_FRAME =
            List.of(
                    NotificationKind.ACKNOWLEDGEMENT,
                    NotificationKind.PROPOSAL,
                    NotificationKind.ESCALATION);

    private final ZoneId zone;

    public SampleLetters(ZoneId zone) {
        this.zone = zone;
    }

    /// One of them.
    public record Sample(LanguageTag language, NotificationKind kind, Rendered message) {}

    /// Templates that letters of every kind can be written with.
    ///
    /// @throws InvalidTemplate when one can't
    public Templates tried(Map<PolicyName, PublishedPolicy> published) {
        Templates templates = Templates.parse(published);
        for (NotificationKind kind : NotificationKind.values()) {
            of(templates, kind);
        }
        return templates;
    }

    /// The letters that a template takes part in.
    public List<Sample> of(Templates templates, PolicyName name) {
        return Templates.kind(name).map(List::of).orElse(OF_FRAME).stream()
                .flatMap(kind -> of(templates, kind).stream())
                .toList();
    }

    private List<Sample> of(Templates templates, NotificationKind kind) {
        TemplateLetters letters =
                TemplateLetters.onTrial(
                        templates,
                        zone,
                        (_, _, language) -> URI.create("https://amends.example/" + language));
        List<Sample> samples = new ArrayList<>();
        for (String language : Templates.LANGUAGES) {
            JsonNode words = WORDS.path(language);
            FreeText said = new FreeText(words.path("words").asString().strip());
            PersonName name = new PersonName(words.path("name").asString());
            for (Notice notice : SampleNotices.of(kind, said)) {
                samples.add(sample(letters, notice, language, name));
                write(letters, notice, language, null);
            }
        }
        return samples;
    }

    private static Sample sample(
            TemplateLetters letters, Notice notice, String language, PersonName name) {
        return new Sample(
                new LanguageTag(language), notice.kind(), write(letters, notice, language, name));
    }

    private static Rendered write(
            TemplateLetters letters, Notice notice, String language, @Nullable PersonName name) {
        try {
            return letters.write(OCCASION, notice, correspondence(language, name), TO).message();
        } catch (PebbleException e) {
            throw new InvalidTemplate(
                    Templates.name(notice.kind()),
                    "/" + language,
                    "a placeholder has no value in some of its letters; ask for it first, as in"
                            + " {% if known %}: "
                            + e.getPebbleMessage(),
                    e);
        }
    }

    private static Correspondence correspondence(String language, @Nullable PersonName name) {
        return new Correspondence(
                COMPLAINT.reference(),
                BRAND,
                new Recipient(name, List.of(TO), new LanguageTag(language)),
                new FreeText(WORDS.path(language).path("title").asString()),
                true,
                Map.of(),
                0,
                null);
    }
}
