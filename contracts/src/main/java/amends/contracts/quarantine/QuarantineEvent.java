package amends.contracts.quarantine;

import amends.contracts.complaint.Actor;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.notification.NotificationId;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.RawContent;
import amends.contracts.policy.PolicyName;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The way of an input that could not be understood.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface QuarantineEvent {

    /// Kept whole, to be looked at and tried again.
    ///
    /// @param mapping which mapping was to read it, for rows of a file
    /// @param detail what exactly is wrong; it may quote the input
    /// @param idAtSource the sender's own id, told beside the input
    record InputQuarantined(
            ChannelName channel,
            @Nullable PolicyName mapping,
            QuarantineReason reason,
            FreeText detail,
            MediaTypeName mediaType,
            RawContent content,
            @Nullable FreeText idAtSource)
            implements QuarantineEvent {}

    /// Understood, and no complaint: a machine wrote it, or a system tells of a call that was
    /// taken. Kept whole, and never answered.
    ///
    /// @param about those of our mails whose fate it tells
    /// @param mapping which mapping left it out
    /// @param idAtSource the sender's own id, told beside the input
    record InputSetAside(
            ChannelName channel,
            AsideKind kind,
            FreeText detail,
            MediaTypeName mediaType,
            RawContent content,
            List<NotificationId> about,
            @Nullable PolicyName mapping,
            @Nullable FreeText idAtSource)
            implements QuarantineEvent {

        public InputSetAside {
            about = List.copyOf(about);
        }
    }

    /// Somebody corrected it, to be tried as it stands now. The input as it came stays beside.
    record InputEdited(RawContent content, Actor by) implements QuarantineEvent {}

    /// Tried again and understood.
    record InputReleased(ContactId contact, Actor by) implements QuarantineEvent {}

    record InputDiscarded(FreeText reason, Actor by) implements QuarantineEvent {}
}
