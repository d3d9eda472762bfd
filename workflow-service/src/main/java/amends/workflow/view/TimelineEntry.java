package amends.workflow.view;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;

import java.time.Instant;

/// One thing that happened to a complaint, with its name beside it for readers that don't look
/// inside.
public record TimelineEntry(
        long version, Instant at, Actor actor, String type, ComplaintEvent event) {

    static TimelineEntry of(RecordedEvent recorded) {
        return new TimelineEntry(
                recorded.version(),
                recorded.at(),
                recorded.actor(),
                recorded.type(),
                recorded.event());
    }

    RecordedEvent recorded(ComplaintId complaint) {
        return new RecordedEvent(complaint, version, at, actor, null, event);
    }
}
