package amends.contracts.complaint;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// The answer to a command or contact. It is request and reply, not history.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Outcome {

    /// `version` is the complaint's version afterwards; unchanged when the command asked for what
    /// is already so.
    record Accepted(long version) implements Outcome {}

    record Refused(long version, Refusal refusal) implements Outcome {}

    /// What became of a contact.
    record ContactTaken(Disposition disposition) implements Outcome {}

    /// The answer to an agent who asked for the next complaint and gets none.
    record NothingNext(WhyNothing why) implements Outcome {}

    /// Why an agent who asked gets none.
    enum WhyNothing {
        /// He is not present, or off his shift.
        NOT_THERE,
        /// He has as much as he can have.
        NO_ROOM,
        NOTHING_WAITS,
        /// What waits needs other skills, or is kept for its earlier owner for a while.
        NOTHING_FOR_HIM
    }

    /// A contact is one of these; together with quarantined and rejected inputs they add up to all
    /// that was received.
    enum Disposition {
        NEW,
        APPENDED,
        KNOWN
    }
}
