package amends.contracts.contact;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A way in which contacts come, for example `email` or `web-form`. Open: every intake channel
/// brings its own.
public record ChannelName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChannelName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
