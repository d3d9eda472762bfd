package amends.analytics.issue;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.RootCause;
import amends.contracts.insight.ClusterId;
import amends.contracts.issue.IssueState;
import amends.contracts.issue.KnownIssueEvent.KnownIssueStated;
import amends.contracts.issue.KnownIssueEvent.KnownIssueWithdrawn;
import amends.contracts.issue.RecordedKnownIssue;
import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/// A recurring concern that somebody has in hand, as it stands.
///
/// @param version whoever changes it names the one that he saw
/// @param since when it came into this state
/// @param fix what helps, or what is done about it
public record KnownIssue(
        ClusterId cluster,
        long version,
        FreeText title,
        AgentId owner,
        IssueState state,
        Instant since,
        FreeText fix,
        @Nullable RootCause cause,
        Instant changedAt,
        Actor changedBy) {

    static Optional<KnownIssue> of(RecordedKnownIssue last) {
        return switch (last.event()) {
            case KnownIssueStated stated -> Optional.of(of(last, stated));
            case KnownIssueWithdrawn _ -> Optional.empty();
        };
    }

    private static KnownIssue of(RecordedKnownIssue last, KnownIssueStated stated) {
        return new KnownIssue(
                last.cluster(),
                last.number(),
                stated.title(),
                stated.owner(),
                stated.state(),
                stated.since(),
                stated.fix(),
                stated.cause(),
                last.at(),
                last.by());
    }
}
