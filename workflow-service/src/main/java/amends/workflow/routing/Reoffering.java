package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ReofferReason;

/// Whose complaint is to be offered to others, and why he can't have it.
public record Reoffering(ComplaintId complaint, AgentId from, ReofferReason reason) {}
