package amends.workflow.authority;

import amends.contracts.authority.RoleName;
import amends.contracts.complaint.AgentId;

import java.time.LocalDate;
import java.util.Optional;

/// Who holds a role, and on which days.
///
/// @param until the last day; absent: until further notice
public record Holder(AgentId agent, RoleName role, LocalDate from, Optional<LocalDate> until) {

    boolean isOn(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
