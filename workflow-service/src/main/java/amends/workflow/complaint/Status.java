package amends.workflow.complaint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/// How far a complaint has come.
public enum Status {
    /// Nothing has arrived yet.
    UNBORN,
    RECEIVED,
    ACKNOWLEDGED,
    CLARIFIED,
    ASSESSED,
    PROPOSED,
    ACCEPTED,
    /// The customer declined the proposal, or the company the demand.
    DECLINED,
    REMEDIED,
    RESOLVED,
    FOLLOWED_UP,
    CLOSED,
    /// It was resolved or closed, and is to be worked on again.
    REOPENED,
    /// Another complaint stands for it; it rests until that is undone.
    MERGED;

    /// Still to be worked on.
    public boolean isOpen() {
        return this != UNBORN && !isResolved() && this != CLOSED && this != MERGED;
    }

    /// Solved, not yet confirmed.
    public boolean isResolved() {
        return this == RESOLVED || this == FOLLOWED_UP;
    }

    @JsonCreator
    public static Status parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The word for people and JSON: `followed-up`.
    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
