package amends.contracts.complaint;

/// How sure the company is that its solution works.
public enum Verification {
    /// Tried as described, and it works.
    WITH_EVIDENCE,
    /// Could not be tried; the customer is asked.
    UNVERIFIED
}
