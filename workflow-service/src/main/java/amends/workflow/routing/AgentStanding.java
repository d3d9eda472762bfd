package amends.workflow.routing;

/// How an agent of a pool stands: whether he is there, and how many of its complaints he has.
public record AgentStanding(Agent agent, boolean present, int load) {}
