package amends.contracts.personal;

import com.fasterxml.jackson.annotation.JsonValue;

/// Marks a value that tells something about a person. Such values never become keys, headers, log
/// lines or metric labels; their `toString` therefore shows the type alone.
public sealed interface Personal
        permits PersonName, EmailAddress, PhoneNumber, AccountHandle, FreeText, RawContent {

    @JsonValue
    String value();

    static String hidden(Personal personal) {
        return personal.getClass().getSimpleName() + "[…]";
    }
}
