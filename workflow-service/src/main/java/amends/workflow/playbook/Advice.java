package amends.workflow.playbook;

import java.util.List;

/// What a relation adds to the advice for a temper, in one language.
record Advice(List<String> dos, List<String> donts, List<Template> templates) {

    static final Advice NONE = new Advice(List.of(), List.of(), List.of());
}
