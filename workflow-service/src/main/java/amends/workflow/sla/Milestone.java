package amends.workflow.sla;

/// What a clock waits for.
public enum Milestone {
    /// The customer knows that the complaint arrived, by an automatic message or a person's words.
    ACKNOWLEDGED,
    /// A person answered; automatic messages never count.
    HUMAN_REPLY,
    RESOLVED
}
