package amends.contracts.issue;

import amends.contracts.complaint.Actor;
import amends.contracts.insight.ClusterId;
import amends.contracts.wire.Message;

import java.time.Instant;

/// An event of a known issue with the concern that it is about and who brought it about.
///
/// @param number of the concern's events of this kind, from 1; whoever changes it names the one
///   that he saw
public record RecordedKnownIssue(
        ClusterId cluster, long number, Instant at, Actor by, KnownIssueEvent event)
        implements Message {

    @Override
    public String key() {
        return cluster.value();
    }

    @Override
    public String messageId() {
        return cluster + ":" + number;
    }

    @Override
    public String type() {
        return event.getClass().getSimpleName();
    }

    @Override
    public Instant time() {
        return at;
    }
}
