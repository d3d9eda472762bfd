package amends.contracts.complaint;

/// Who did something. An automatic reply never counts as a human one, so the kind is always told.
public record Actor(Kind kind, ActorName name) {

    /// The kinds of actor.
    public enum Kind {
        CUSTOMER,
        AGENT,
        AUTOMATION,
        INTEGRATION
    }

    public static Actor automation(String name) {
        return new Actor(Kind.AUTOMATION, new ActorName(name));
    }

    public static Actor agent(AgentId agent) {
        return new Actor(Kind.AGENT, new ActorName(agent.value()));
    }

    public static Actor customer() {
        return new Actor(Kind.CUSTOMER, new ActorName("customer"));
    }

    public boolean isAgent() {
        return kind == Kind.AGENT;
    }
}
