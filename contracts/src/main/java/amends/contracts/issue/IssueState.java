package amends.contracts.issue;

/// How far a known issue has come.
public enum IssueState {
    INVESTIGATING,
    WORKAROUND,
    FIXED
}
