package amends.contracts.insight;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.wire.Message;

import java.time.Instant;

/// An insight with the complaint it concerns.
public record RecordedInsight(ComplaintId complaintId, Instant at, Insight insight)
        implements Message {

    @Override
    public String key() {
        return complaintId.value();
    }

    @Override
    public String messageId() {
        return complaintId + ":" + type() + "@" + at;
    }

    @Override
    public String type() {
        return insight.getClass().getSimpleName();
    }

    @Override
    public Instant time() {
        return at;
    }
}
