package amends.contracts.typology;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// Something that speaks for a type of customer, for example `polite-words`.
public record SignName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SignName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
