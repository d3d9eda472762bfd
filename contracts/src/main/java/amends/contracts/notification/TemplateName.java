package amends.contracts.notification;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A message template.
public record TemplateName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TemplateName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
