package amends.contracts.ledger;

import amends.contracts.complaint.Actor;
import amends.contracts.contact.SourceName;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyName;
import amends.contracts.wire.Message;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What a source says it sent in a span of time, to be held against what intake received. It is
/// kept until all of it has arrived.
///
/// @param source as which intake books what it sends
/// @param count how many inputs; nothing when it does not count
/// @param ids its own ids of them; none when it only counts
/// @param within the source that the inputs themselves name, when they do
/// @param mapping the partner mapping that they are read by, if any
public record RecordedClaim(
        ClaimId id,
        SourceName source,
        Instant from,
        Instant until,
        @Nullable Long count,
        List<FreeText> ids,
        @Nullable SourceName within,
        @Nullable PolicyName mapping,
        Actor by,
        Instant at)
        implements Message {

    public RecordedClaim {
        ids = List.copyOf(ids);
    }

    @Override
    public String key() {
        return id.value();
    }

    @Override
    public String messageId() {
        return id + "@" + at;
    }

    @Override
    public String type() {
        return "SourceClaimed";
    }

    @Override
    public Instant time() {
        return at;
    }
}
