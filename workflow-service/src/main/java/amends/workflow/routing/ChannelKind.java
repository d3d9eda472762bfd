package amends.workflow.routing;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A kind of channel that takes an agent's attention in the same way, for example `voice`.
public record ChannelKind(String value) implements TypedName, Comparable<ChannelKind> {

    /// What every channel is that the policy does not name.
    public static final ChannelKind WRITTEN = new ChannelKind("written");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChannelKind {
        TypedName.checked(value);
    }

    @Override
    public int compareTo(ChannelKind other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
