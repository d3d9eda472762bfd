package amends.workflow.playbook;

import amends.contracts.contact.LanguageTag;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.typology.Relation;
import amends.contracts.typology.Temper;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.policy.body.PolicyBody;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The playbooks: advice for each temper, and what each relation adds, in each language.
public final class PlaybookPolicy {

    private final PolicyVersion version;
    private final Body body;

    private PlaybookPolicy(PolicyVersion version, Body body) {
        this.version = version;
        this.body = body;
    }

    /// @param general for a customer whose temper is not known
    private record Body(
            Map<LanguageTag, Salutation> salutations,
            Map<LanguageTag, Guide> general,
            Map<Temper, Map<LanguageTag, Guide>> tempers,
            Map<Relation, Map<LanguageTag, Advice>> relations) {}

    /// @throws InvalidPolicy when it can't be followed
    public static PlaybookPolicy parse(PublishedPolicy published) {
        Body body = PolicyBody.read(published, Body.class);
        PlaybookPolicy policy = new PlaybookPolicy(published.version(), body);
        policy.check("general", body.general());
        Arrays.stream(Temper.values())
                .forEach(each -> policy.check(each, body.tempers().getOrDefault(each, Map.of())));
        for (Relation each : Relation.values()) {
            policy.checkLanguages(each, body.relations().getOrDefault(each, Map.of()));
        }
        return policy;
    }

    private void check(Object what, Map<LanguageTag, Guide> guides) {
        checkLanguages(what, guides);
        guides.forEach(
                (language, guide) -> {
                    Set<CommunicationStep> missing =
                            new TreeSet<>(List.of(CommunicationStep.values()));
                    missing.removeAll(guide.steps().keySet());
                    if (!missing.isEmpty()) {
                        throw invalid("%s in %s lacks %s".formatted(what, language, missing));
                    }
                });
    }

    private void checkLanguages(Object what, Map<LanguageTag, ?> texts) {
        Set<LanguageTag> wanted = body.salutations().keySet();
        Set<LanguageTag> written =
                texts.entrySet().stream()
                        .filter(each -> each.getValue() != null)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        if (!written.equals(wanted)) {
            throw invalid(
                    "%s is written in %s; write it in the languages of the salutations, %s"
                            .formatted(what, written, wanted));
        }
    }

    private InvalidPolicy invalid(String correction) {
        return new InvalidPolicy(version.name(), correction);
    }

    /// Those that playbooks are written in.
    public List<LanguageTag> languages() {
        return body.salutations().keySet().stream().toList();
    }

    /// What helps with a customer of these types.
    ///
    /// @param name his, if he told it
    /// @param reference of the complaint, for the texts
    /// @return absent in a language that none is written in
    public Optional<Playbook> playbook(
            @Nullable Temper temper,
            @Nullable Relation relation,
            LanguageTag language,
            @Nullable String name,
            String reference) {
        return Optional.ofNullable(body.salutations().get(language))
                .map(
                        salutation ->
                                put(
                                        language,
                                        guide(temper, language),
                                        advice(relation, language),
                                        salutation.of(name),
                                        reference));
    }

    private Guide guide(@Nullable Temper temper, LanguageTag language) {
        Map<LanguageTag, Guide> guides =
                temper == null ? body.general() : body.tempers().getOrDefault(temper, Map.of());
        return Objects.requireNonNull(guides.get(language));
    }

    private Advice advice(@Nullable Relation relation, LanguageTag language) {
        return relation == null
                ? Advice.NONE
                : body.relations()
                        .getOrDefault(relation, Map.of())
                        .getOrDefault(language, Advice.NONE);
    }

    private Playbook put(
            LanguageTag language, Guide guide, Advice advice, String customer, String reference) {
        return new Playbook(
                version,
                language,
                customer,
                guide.opening(),
                Arrays.stream(CommunicationStep.values())
                        .map(
                                step ->
                                        new Playbook.Step(
                                                step,
                                                Objects.requireNonNull(guide.steps().get(step))))
                        .toList(),
                both(guide.dos(), advice.dos()),
                both(guide.donts(), advice.donts()),
                guide.questions(),
                both(guide.templates(), advice.templates()).stream()
                        .map(template -> template.filled(customer, reference))
                        .toList());
    }

    private static <T> List<T> both(List<T> first, List<T> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
