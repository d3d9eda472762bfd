package amends.contracts.complaint;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

import java.util.Locale;

/// A command as it stands in a path: `propose-solution`.
public record CommandName(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommandName {
        TypedName.checked(value);
    }

    public static CommandName of(Class<? extends ComplaintCommand> command) {
        return new CommandName(
                command.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
