package amends.contracts.complaint;

/// What shows that a customer is sent round in circles.
public enum CircleSign {
    /// As many handovers as the policy bears.
    HANDOVERS,
    /// It would go to a person who had it before.
    SAME_PERSON_AGAIN,
    /// It would go back to its queue for the second time.
    SAME_QUEUE_AGAIN,
    /// He was led into the same menu again.
    SAME_MENU_AGAIN
}
