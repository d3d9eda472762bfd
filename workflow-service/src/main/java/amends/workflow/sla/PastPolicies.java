package amends.workflow.sla;

import amends.contracts.policy.PolicyVersion;

import java.util.Optional;

/// The versions of policies and calendars that were ever in force.
public interface PastPolicies {

    /// Absent when there never was such a version.
    Optional<SlaPolicy> policy(PolicyVersion version);

    /// Absent when there never was such a version.
    Optional<BusinessCalendar> calendar(PolicyVersion version);
}
