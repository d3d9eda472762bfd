package amends.contracts.issue;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.RootCause;
import amends.contracts.personal.FreeText;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What became of a recurring concern.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface KnownIssueEvent {

    /// Somebody has it in hand. The whole of what is known now, which replaces what was known.
    ///
    /// @param title by which people call it
    /// @param owner who sees to it that it goes away
    /// @param since when it came into this state
    /// @param fix what helps, or what is done about it, in words that an agent can pass on
    /// @param cause absent: not known yet
    record KnownIssueStated(
            FreeText title,
            AgentId owner,
            IssueState state,
            Instant since,
            FreeText fix,
            @Nullable RootCause cause)
            implements KnownIssueEvent {}

    /// It was none.
    record KnownIssueWithdrawn() implements KnownIssueEvent {}
}
