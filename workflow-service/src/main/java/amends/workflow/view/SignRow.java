package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.quality.ServiceSign;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A sign of bad service that an event showed.
///
/// @param agent whose doing it was, if anybody's
public record SignRow(ServiceSign sign, @Nullable AgentId agent, Instant at) {}
