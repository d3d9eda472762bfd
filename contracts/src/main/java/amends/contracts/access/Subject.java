package amends.contracts.access;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// Whom or what a record of access is about: `user:li`, `key:shop`.
public record Subject(String value) implements TypedName {

    private static final String USER = "user:";
    private static final String KEY = "key:";
    private static final String GUEST = "guest:";
    private static final String USE = "use:";
    private static final String VIEWS = "views:";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Subject {
        TypedName.checked(value);
    }

    public static Subject user(String name) {
        return new Subject(USER + name);
    }

    public static Subject key(String name) {
        return new Subject(KEY + name);
    }

    /// Somebody whom an OpenID provider knows.
    public static Subject guest(String name) {
        return new Subject(GUEST + name);
    }

    /// When the key was used last; apart from the key, because it changes so often.
    public Subject use() {
        return new Subject(USE + name());
    }

    /// What a person has named for himself.
    public Subject views() {
        return new Subject(VIEWS + value);
    }

    public String name() {
        return value.substring(value.indexOf(':') + 1);
    }

    public boolean isUser() {
        return value.startsWith(USER);
    }

    public boolean isKey() {
        return value.startsWith(KEY);
    }

    @Override
    public String toString() {
        return value;
    }
}
