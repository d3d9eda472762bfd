package amends.contracts.routing;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// The rule of the routing policy that chose a queue.
public record RoutingRuleName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoutingRuleName {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
