package amends.workflow.policy.body;

import amends.contracts.policy.PolicyName;

/// A policy that can't be followed. The message names the policy and says what to correct.
public final class InvalidPolicy extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidPolicy(PolicyName policy, String correction) {
        super("Policy " + policy + ": " + correction);
    }

    InvalidPolicy(PolicyName policy, String correction, Throwable cause) {
        super("Policy " + policy + ": " + correction, cause);
    }
}
