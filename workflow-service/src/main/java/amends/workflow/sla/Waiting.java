package amends.workflow.sla;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.WaitingFor;

import org.jspecify.annotations.Nullable;

/// That somebody else must move before the company can.
///
/// @param begunBy what kind of actor said so; absent: it was not kept then
public record Waiting(WaitingFor whom, Actor.@Nullable Kind begunBy) {}
