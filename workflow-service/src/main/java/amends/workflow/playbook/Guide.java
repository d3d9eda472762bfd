package amends.workflow.playbook;

import java.util.List;
import java.util.Map;

/// Advice for one temper in one language.
///
/// @param opening how to begin
/// @param steps what to see to in each step
record Guide(
        String opening,
        Map<CommunicationStep, String> steps,
        List<String> dos,
        List<String> donts,
        List<String> questions,
        List<Template> templates) {}
