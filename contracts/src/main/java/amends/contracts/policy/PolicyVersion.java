package amends.contracts.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which version of which policy a decision was made under, written `priority@3`.
public record PolicyVersion(PolicyName name, int version) {

    private static final Pattern SEEN = Pattern.compile("\"?(0|[1-9][0-9]{0,8})\"?");

    private static final char SEPARATOR = '@';

    public PolicyVersion {
        if (version < 1) {
            throw new IllegalArgumentException(
                    "Policy versions count from 1; this one is " + version);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PolicyVersion parse(String text) {
        int at = text.lastIndexOf(SEPARATOR);
        if (at < 1) {
            throw new IllegalArgumentException(
                    "A policy version is written name@number, for example priority@3");
        }
        return new PolicyVersion(
                new PolicyName(text.substring(0, at)), Integer.parseInt(text.substring(at + 1)));
    }

    @Override
    @JsonValue
    public String toString() {
        return name.value() + SEPARATOR + version;
    }

    /// Returns the version that an If-Match header names, whose quotes may be missing; 0 when there
    /// was none yet, nothing when the header names none.
    public static OptionalInt seen(String ifMatch) {
        Matcher seen = SEEN.matcher(ifMatch.strip());
        return seen.matches()
                ? OptionalInt.of(Integer.parseInt(seen.group(1)))
                : OptionalInt.empty();
    }
}
