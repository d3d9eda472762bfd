package amends.contracts.contact;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// What a virus scan found in a file, as the scanner calls it.
public record ScanFinding(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ScanFinding {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
