package amends.contracts.complaint;

/// Why a complaint that has an owner waits again.
public enum ReofferReason {
    /// It was resolved or closed, and is to be worked on again.
    REOPENED,
    /// Its owner has been gone for longer than the policy bears.
    OWNER_GONE,
    /// It was handed over to somebody who is not there.
    NOT_THERE,
    /// It was handed over to somebody who has as many as he can have.
    NO_ROOM,
    /// It was handed over to somebody who lacks a skill that it needs.
    LACKS_SKILL
}
