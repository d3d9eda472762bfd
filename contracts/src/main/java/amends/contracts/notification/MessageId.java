package amends.contracts.notification;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// The id under which a delivery channel knows a message, for e-mail its `Message-ID`.
public record MessageId(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MessageId {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
