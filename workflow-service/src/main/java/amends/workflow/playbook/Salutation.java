package amends.workflow.playbook;

import org.jspecify.annotations.Nullable;

/// How a customer is addressed in one language.
///
/// @param named with `{name}` in it
record Salutation(String named, String unnamed) {

    String of(@Nullable String name) {
        return name == null || name.isBlank() ? unnamed : named.replace("{name}", name);
    }
}
