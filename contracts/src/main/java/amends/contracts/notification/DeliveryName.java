package amends.contracts.notification;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A way in which messages go out, for example `email`.
public record DeliveryName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeliveryName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
