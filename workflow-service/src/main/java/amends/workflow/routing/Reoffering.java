package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;

/// Whose complaint is to be offered to others, because he is gone.
public record Reoffering(ComplaintId complaint, AgentId from) {}
