package amends.contracts.wire;

import amends.contracts.policy.PolicyHistory;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PublishedPolicy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Looks, name by name, for the newest versions that can be followed together.
record NewestThatFit(PolicyHistory history, Function<Map<PolicyName, PublishedPolicy>, ?> meaning) {

    /// @param base what can be followed without any of them
    Map<PolicyName, PublishedPolicy> beside(Map<PolicyName, PublishedPolicy> base) {
        Map<PolicyName, PublishedPolicy> best = new HashMap<>(base);
        boolean better = true;
        while (better) {
            better = false;
            for (PolicyName name : history.names()) {
                better |= improve(best, name);
            }
        }
        return Map.copyOf(best);
    }

    private boolean improve(Map<PolicyName, PublishedPolicy> best, PolicyName name) {
        for (PublishedPolicy version : history.of(name)) {
            if (version.equals(best.get(name))) {
                return false;
            }
            Map<PolicyName, PublishedPolicy> tried = new HashMap<>(best);
            tried.put(name, version);
            if (fits(tried)) {
                best.put(name, version);
                return true;
            }
        }
        return false;
    }

    private boolean fits(Map<PolicyName, PublishedPolicy> tried) {
        try {
            Object _ = meaning.apply(tried);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
