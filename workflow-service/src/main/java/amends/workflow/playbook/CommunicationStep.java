package amends.workflow.playbook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/// The five steps of talking with somebody who complains, in their order.
public enum CommunicationStep {
    SOOTHE,
    FIND_THE_POINT,
    DELIBERATE,
    BRING_THE_SOLUTION,
    PROVE;

    @JsonCreator
    public static CommunicationStep parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The word for people and JSON: `find-the-point`.
    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
