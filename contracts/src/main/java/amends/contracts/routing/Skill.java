package amends.contracts.routing;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// Something an agent must be able to do, for example `lang:ja`.
public record Skill(String value) implements TypedName, Comparable<Skill> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Skill {
        TypedName.checked(value);
    }

    @Override
    public int compareTo(Skill other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
