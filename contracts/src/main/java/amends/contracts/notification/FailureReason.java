package amends.contracts.notification;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// Why a delivery failed, as a short code without addresses: `smtp-550`.
public record FailureReason(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FailureReason {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
