package amends.contracts.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Which version of which policy a decision was made under, written `priority@3`.
public record PolicyVersion(PolicyName name, int version) {

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
}
