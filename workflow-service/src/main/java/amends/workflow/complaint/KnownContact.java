package amends.workflow.complaint;

import amends.contracts.contact.ContactId;

import com.fasterxml.jackson.annotation.JsonCreator;

import org.jspecify.annotations.Nullable;

/// A contact that came, as far as it takes to recognise it when it comes again.
///
/// @param id under which it came
/// @param words absent in states from before they were kept: whatever comes under the id counts as
///   the same then
public record KnownContact(ContactId id, @Nullable Fingerprint words) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public KnownContact {}

    /// States from before words were kept hold the id alone.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static KnownContact withoutWords(String id) {
        return new KnownContact(new ContactId(id), null);
    }

    boolean isSaidBy(Fingerprint others) {
        return words == null || words.equals(others);
    }
}
