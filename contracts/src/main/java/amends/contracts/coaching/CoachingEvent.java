package amends.contracts.coaching;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.personal.FreeText;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

/// What happened between a supervisor and an agent.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface CoachingEvent {

    /// A supervisor wrote down what the agent does well or could do better.
    ///
    /// @param about the complaint that it is about, if any
    record CoachingNoted(CoachingNoteId note, FreeText text, @Nullable ComplaintId about)
            implements CoachingEvent {}
}
