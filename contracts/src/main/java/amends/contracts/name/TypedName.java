package amends.contracts.name;

import com.fasterxml.jackson.annotation.JsonValue;

/// A name or id with a type of its own, so that a queue can't be passed where an agent is meant. In
/// JSON it is its plain value.
public interface TypedName {

    int LONGEST = 200;

    @JsonValue
    String value();

    /// Returns the value when it is fit to be a name.
    ///
    /// @throws IllegalArgumentException when it is blank or longer than [#LONGEST] characters
    static String checked(String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A name needs 1 to "
                            + LONGEST
                            + " characters and may not be blank; this one has "
                            + value.length());
        }
        return value;
    }
}
