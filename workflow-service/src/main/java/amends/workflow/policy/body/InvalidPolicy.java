package amends.workflow.policy.body;

import amends.contracts.policy.PolicyName;

/// A policy that can't be followed. The message names the policy and says what to correct.
public final class InvalidPolicy extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final String WHOLE = "";

    private final String pointer;

    public InvalidPolicy(PolicyName policy, String correction) {
        this(policy, correction, WHOLE);
    }

    /// @param pointer where in the body (RFC 6901)
    public InvalidPolicy(PolicyName policy, String correction, String pointer) {
        super("Policy " + policy + ": " + correction);
        this.pointer = pointer;
    }

    InvalidPolicy(PolicyName policy, String correction, String pointer, Throwable cause) {
        super("Policy " + policy + ": " + correction, cause);
        this.pointer = pointer;
    }

    /// Where in the body the fault is (RFC 6901); empty when it is not in one place.
    public String pointer() {
        return pointer;
    }
}
