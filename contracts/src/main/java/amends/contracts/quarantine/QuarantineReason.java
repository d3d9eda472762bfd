package amends.contracts.quarantine;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// Why an input could not be understood, as a short code, for example `csv-row-incomplete`.
public record QuarantineReason(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public QuarantineReason {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
