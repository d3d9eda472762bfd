package amends.intake.bulk;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// One upload of a file.
public record ImportId(String value) implements TypedName {

    private static final int LONGEST_ID = 100;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ImportId {
        if (value.length() > LONGEST_ID || !value.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "An importId has 1 to "
                            + LONGEST_ID
                            + " letters, digits, dots, hyphens or underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
