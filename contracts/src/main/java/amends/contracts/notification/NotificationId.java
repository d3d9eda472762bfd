package amends.contracts.notification;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// One message to one recipient about one occasion; derived, so that the same occasion gives the
/// same id.
public record NotificationId(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NotificationId {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
