package amends.notification.template;

import amends.contracts.policy.PolicyName;

import org.jspecify.annotations.Nullable;

/// A template that no letter can be written with. The message says what to correct.
public final class InvalidTemplate extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    InvalidTemplate(PolicyName template, String pointer, String correction) {
        this(template, pointer, correction, null);
    }

    InvalidTemplate(
            PolicyName template, String pointer, String correction, @Nullable Throwable cause) {
        super("Template " + template + ": " + correction, cause);
        this.pointer = pointer;
    }

    /// Where in the template the fault is (RFC 6901); empty when it is not in one place.
    public String pointer() {
        return pointer;
    }
}
