package amends.workflow.playbook;

import amends.contracts.contact.LanguageTag;
import amends.contracts.policy.PolicyVersion;

import java.util.List;

/// What helps with one customer, in one language.
///
/// @param salutation how the customer is addressed; the templates begin with it
/// @param opening how to begin
/// @param steps the five steps of communication, in order
/// @param templates texts to begin from, filled in as far as the complaint tells
public record Playbook(
        PolicyVersion policy,
        LanguageTag language,
        String salutation,
        String opening,
        List<Step> steps,
        List<String> dos,
        List<String> donts,
        List<String> questions,
        List<Template> templates) {

    public Playbook {
        steps = List.copyOf(steps);
        dos = List.copyOf(dos);
        donts = List.copyOf(donts);
        questions = List.copyOf(questions);
        templates = List.copyOf(templates);
    }

    /// What to see to in a step.
    public record Step(CommunicationStep step, String text) {}
}
