package amends.contracts.access;

import java.util.Locale;

/// What somebody is to the platform; which calls a role may make stands in the table of rights.
public enum Role {
    /// Handles complaints.
    AGENT,
    /// Handles complaints, and decides what others propose.
    SUPERVISOR,
    /// Sees to it that everything runs and is in time.
    OPERATIONS,
    /// Decides on policies, users and keys.
    ADMINISTRATOR,
    /// A program that sends complaints.
    INTEGRATION;

    /// As it is written in tables and settings: `agent`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when there is no such role
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
