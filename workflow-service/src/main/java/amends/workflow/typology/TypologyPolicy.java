package amends.workflow.typology;

import amends.contracts.complaint.ComplaintEvent.TypologyRecognised;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.Relation;
import amends.contracts.typology.SignName;
import amends.contracts.typology.Temper;
import amends.contracts.typology.TypologySign;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.policy.body.PolicyBody;
import amends.workflow.words.Dictionary;
import amends.workflow.words.Negations;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which signs speak for which type of customer. The type whose signs weigh most is recognised, of
/// equals the one that the policy names first.
public final class TypologyPolicy {

    private final PolicyVersion version;
    private final Body body;
    private final Dictionary<SignName> dictionary;

    private TypologyPolicy(PolicyVersion version, Body body, Dictionary<SignName> dictionary) {
        this.version = version;
        this.body = body;
        this.dictionary = dictionary;
    }

    /// @param recognisedFrom the least points that a type needs
    private record Body(
            int recognisedFrom,
            List<Candidate<Temper>> tempers,
            List<Candidate<Relation>> relations,
            Negations negations) {}

    /// @throws InvalidPolicy when it can't be followed
    public static TypologyPolicy parse(PublishedPolicy published) {
        Body body = PolicyBody.read(published, Body.class);
        Map<SignName, List<String>> words = new HashMap<>();
        Stream.concat(body.tempers().stream(), body.relations().stream())
                .flatMap(candidate -> candidate.signs().stream())
                .filter(WordsSign.class::isInstance)
                .map(WordsSign.class::cast)
                .forEach(sign -> add(words, sign, published));
        return new TypologyPolicy(
                published.version(), body, new Dictionary<>(words, body.negations()));
    }

    private static void add(
            Map<SignName, List<String>> words, WordsSign sign, PublishedPolicy published) {
        if (words.put(sign.sign(), sign.all()) != null) {
            throw new InvalidPolicy(
                    published.version().name(),
                    "two signs have the name %s; give each its own".formatted(sign.sign()));
        }
    }

    public PolicyVersion version() {
        return version;
    }

    /// What is recognised now; absent when that is nothing new. What a person corrected is left
    /// alone.
    public Optional<TypologyRecognised> recognise(Observation now, Typology before) {
        Map<SignName, List<EvidenceTerm>> found = dictionary.find(now.words());
        Recognised<Temper> temper =
                before.temperCorrected()
                        ? Recognised.nothing()
                        : heaviest(
                                body.tempers(), now, found, before.temper(), before.temperSigns());
        Recognised<Relation> relation =
                before.relationCorrected()
                        ? Recognised.nothing()
                        : heaviest(
                                body.relations(),
                                now,
                                found,
                                before.relation(),
                                before.relationSigns());
        TypologyRecognised event =
                new TypologyRecognised(
                        temper.type(), temper.signs(), relation.type(), relation.signs(), version);
        return before.after(event).equals(before) ? Optional.empty() : Optional.of(event);
    }

    /// Only the type that he is taken for keeps what spoke for it earlier; the others must be seen
    /// anew, so that the latest contact counts most.
    private <T> Recognised<T> heaviest(
            List<Candidate<T>> candidates,
            Observation now,
            Map<SignName, List<EvidenceTerm>> found,
            @Nullable T known,
            List<TypologySign> earlier) {
        Recognised<T> heaviest = Recognised.nothing();
        for (Candidate<T> candidate : candidates) {
            List<TypologySign> kept = candidate.type().equals(known) ? earlier : List.of();
            Recognised<T> recognised =
                    new Recognised<>(candidate.type(), candidate.in(new Seen(now, found, kept)));
            if (recognised.points() >= body.recognisedFrom()
                    && recognised.points() > heaviest.points()) {
                heaviest = recognised;
            }
        }
        return heaviest;
    }
}
