package amends.contracts.complaint;

/// Why a complaint is over.
public enum ClosingReason {
    /// The customer said that it is solved.
    CONFIRMED,
    /// The customer did not answer the follow-up; silence is not satisfaction, and analytics counts
    /// it so.
    NO_ANSWER,
    /// All was done, the customer is simply still angry.
    EVERYTHING_POSSIBLE_DONE,
    WITHDRAWN,
    NOT_A_COMPLAINT
}
