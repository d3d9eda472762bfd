package amends.notification.template;

import amends.contracts.contact.LanguageTag;
import amends.contracts.notification.NotificationKind;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PublishedPolicy;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The words of all letters, by kind and language; immutable.
public final class Templates {

    public static final List<String> LANGUAGES = List.of("ja", "en", "zh");

    /// What all letters share.
    public static final PolicyName FRAME = new PolicyName("frame");

    private static final String FALLBACK = "en";

    private final Map<String, Frame> frames;
    private final Map<NotificationKind, Map<String, Template>> templates;

    private Templates(
            Map<String, Frame> frames, Map<NotificationKind, Map<String, Template>> templates) {
        this.frames = frames;
        this.templates = templates;
    }

    /// @param published the version in force of each template
    /// @throws InvalidTemplate when one is missing, or no letter could be written with it
    public static Templates parse(Map<PolicyName, PublishedPolicy> published) {
        TemplatePart frame = TemplatePart.whole(inForce(published, FRAME));
        Map<String, Frame> frames = byLanguage(language -> Frame.read(frame.at(language)));
        Map<NotificationKind, Map<String, Template>> templates =
                new EnumMap<>(NotificationKind.class);
        for (NotificationKind kind : NotificationKind.values()) {
            PublishedPolicy found = inForce(published, name(kind));
            Set<String> placeholders = SampleNotices.placeholders(kind);
            TemplatePart part = TemplatePart.whole(found);
            int version = found.version().version();
            templates.put(
                    kind,
                    byLanguage(
                            language -> Template.read(version, part.at(language), placeholders)));
        }
        return new Templates(frames, templates);
    }

    /// Those that come with the product.
    public static Templates shipped() {
        return parse(ShippedTemplates.configuration().firstVersions());
    }

    private static PublishedPolicy inForce(
            Map<PolicyName, PublishedPolicy> published, PolicyName name) {
        PublishedPolicy found = published.get(name);
        if (found == null) {
            throw new InvalidTemplate(name, "", "it is missing");
        }
        return found;
    }

    /// Returns the language in which a customer is written to: his own, or else English.
    static LanguageTag spoken(LanguageTag wanted) {
        String language = Locale.forLanguageTag(wanted.value()).getLanguage();
        return new LanguageTag(LANGUAGES.contains(language) ? language : FALLBACK);
    }

    public static PolicyName name(NotificationKind kind) {
        return new PolicyName(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// What the words of a template may name.
    public static SortedSet<String> placeholders(PolicyName name) {
        return new TreeSet<>(
                kind(name).map(SampleNotices::placeholders).orElse(Frame.PLACEHOLDERS));
    }

    /// The kind of notice that a template is for; none for the frame.
    static Optional<NotificationKind> kind(PolicyName name) {
        return Arrays.stream(NotificationKind.values())
                .filter(kind -> name(kind).equals(name))
                .findFirst();
    }

    Frame frame(LanguageTag spoken) {
        return known(frames.get(spoken.value()), spoken);
    }

    Template template(NotificationKind kind, LanguageTag spoken) {
        return known(templates.getOrDefault(kind, Map.of()).get(spoken.value()), spoken);
    }

    private static <T> T known(@Nullable T found, LanguageTag spoken) {
        if (found == null) {
            throw new IllegalArgumentException("No letters are written in " + spoken);
        }
        return found;
    }

    private static <T> Map<String, T> byLanguage(Function<String, T> read) {
        return LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), read));
    }
}
