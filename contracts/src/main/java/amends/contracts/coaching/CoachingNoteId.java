package amends.contracts.coaching;

import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// One coaching note; the same words once more are the same note.
public record CoachingNoteId(String value) implements TypedName {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CoachingNoteId {
        TypedName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
