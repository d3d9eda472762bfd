package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;

/// Who is to be responsible for a complaint now.
public record Assignment(ComplaintId complaint, AgentId agent) {}
