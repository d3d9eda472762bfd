package amends.notification.template;

import amends.contracts.contact.LanguageTag;
import amends.contracts.notification.NotificationEvent.EmailRequested;
import amends.contracts.notification.NotificationKind;
import amends.contracts.notification.Rendered;
import amends.contracts.notification.TemplateName;
import amends.contracts.notification.TemplateVersion;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.FreeText;
import amends.notification.rule.Correspondence;
import amends.notification.rule.Letters;
import amends.notification.rule.Notice;
import amends.notification.rule.Occasion;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Writes letters from templates, as plain text and as HTML with the same words.
public final class TemplateLetters implements Letters {

    private static final TemplateText TEXT =
            TemplateText.plain(ShippedTemplates.resource("layout.txt"));
    private static final TemplateText HTML =
            TemplateText.html(ShippedTemplates.resource("layout.html"));

    private final Supplier<Templates> inForce;
    private final ZoneId zone;
    private final SurveyAddress surveys;
    private final boolean strict;

    /// @param inForce the templates to be used at each moment
    /// @param zone in which deadlines are told
    public TemplateLetters(Supplier<Templates> inForce, ZoneId zone, SurveyAddress surveys) {
        this(inForce, zone, surveys, false);
    }

    private TemplateLetters(
            Supplier<Templates> inForce, ZoneId zone, SurveyAddress surveys, boolean strict) {
        this.inForce = inForce;
        this.zone = zone;
        this.surveys = surveys;
        this.strict = strict;
    }

    /// Letters that fail where a value is absent. Those to people have nothing in its place: what
    /// no trial found must not keep a letter back.
    static TemplateLetters onTrial(Templates templates, ZoneId zone, SurveyAddress surveys) {
        return new TemplateLetters(() -> templates, zone, surveys, true);
    }

    @Override
    public EmailRequested write(
            Occasion occasion, Notice notice, Correspondence known, EmailAddress to) {
        Templates templates = inForce.get();
        LanguageTag language = Templates.spoken(known.recipient().language());
        Template template = templates.template(notice.kind(), language);
        Frame frame = templates.frame(language);
        Map<String, Object> values =
                new NoticeValues(frame, language, zone, surveys).of(occasion, notice, known);
        if (!strict) {
            SampleNotices.placeholders(notice.kind())
                    .forEach(placeholder -> values.putIfAbsent(placeholder, ""));
        }
        return new EmailRequested(
                notice instanceof Notice.Escalation
                        ? occasion.id(notice.kind(), to)
                        : occasion.id(notice.kind()),
                notice.kind(),
                notice.round(),
                to,
                rendered(template, frame, notice.kind(), language, values),
                new TemplateVersion(
                        new TemplateName(Templates.name(notice.kind()).value()),
                        template.version(),
                        language));
    }

    private static Rendered rendered(
            Template template,
            Frame frame,
            NotificationKind kind,
            LanguageTag language,
            Map<String, Object> values) {
        Map<String, Object> page = new HashMap<>();
        String subject = template.subject().with(values) + " [" + values.get("reference") + "]";
        page.put("subject", subject);
        page.put("language", language.value());
        boolean inside = kind == NotificationKind.ESCALATION;
        TemplateText greeting = inside ? frame.toColleagues() : frame.greeting();
        TemplateText ending = inside ? frame.endingToColleagues() : frame.ending();
        page.put("greeting", greeting.with(values));
        page.put("body", template.body(values));
        page.put("ending", lines(ending.with(values)));
        page.put(
                "automatic", isAutomatic(kind) ? lines(frame.automatic().with(values)) : List.of());
        return new Rendered(
                new FreeText(subject),
                new FreeText(TEXT.with(page)),
                new FreeText(HTML.with(page)));
    }

    /// The customer is told when no person wrote to him.
    private static boolean isAutomatic(NotificationKind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT, APOLOGY_FOR_BROKEN_PROMISE, FOLLOW_UP, REOPENING, THANKS -> true;
            case REPLY,
                    PROMISE,
                    RENEWED_PROMISE,
                    HANDOVER,
                    PROPOSAL,
                    DECLINE,
                    SOLUTION,
                    ESCALATION ->
                    false;
        };
    }

    private static List<String> lines(String text) {
        return text.strip().lines().toList();
    }
}
