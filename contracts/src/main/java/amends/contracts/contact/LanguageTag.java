package amends.contracts.contact;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A BCP 47 language tag, for example `ja`, `en` or `zh`.
public record LanguageTag(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LanguageTag {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
