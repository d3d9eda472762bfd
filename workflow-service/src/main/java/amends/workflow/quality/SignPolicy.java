package amends.workflow.quality;

import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.quality.ServiceSign;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.policy.body.PolicyBody;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which events are signs of bad service.
public final class SignPolicy {

    private final PolicyVersion version;
    private final List<SignRule> rules;

    private SignPolicy(PolicyVersion version, List<SignRule> rules) {
        this.version = version;
        this.rules = List.copyOf(rules);
    }

    private record Body(List<SignRule> signs) {}

    /// @throws InvalidPolicy when it can't be followed
    public static SignPolicy parse(PublishedPolicy published) {
        return new SignPolicy(published.version(), PolicyBody.read(published, Body.class).signs());
    }

    public PolicyVersion version() {
        return version;
    }

    /// The signs that a moment shows.
    public Set<ServiceSign> shownBy(Moment moment) {
        Set<ServiceSign> shown = EnumSet.noneOf(ServiceSign.class);
        for (SignRule rule : rules) {
            if (rule.isShownBy(moment)) {
                shown.add(rule.sign());
            }
        }
        return shown;
    }
}
