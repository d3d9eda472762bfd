package amends.workflow.authority;

import amends.contracts.complaint.AgentId;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// Somebody who held a role on a day, and what it allowed.
///
/// @param until the last day that was foreseen then
public record Entitled(AgentId agent, Role role, LocalDate from, @Nullable LocalDate until) {}
