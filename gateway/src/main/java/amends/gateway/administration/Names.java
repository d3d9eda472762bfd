package amends.gateway.administration;

import org.springframework.http.HttpStatus;

import java.util.regex.Pattern;

/// What users and keys may be called: it stands in paths, in events and in log lines.
final class Names {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    private Names() {}

    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    "A name has up to 64 letters, digits, dots, hyphens, underscores and @, and"
                            + " begins with a letter or digit.");
        }
        return name;
    }
}
