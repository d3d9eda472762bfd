package amends.contracts.contact;

import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;

/// A file that came with a contact; its bytes stay in the contact's original.
///
/// @param size in bytes
/// @param finding why it is not handed out; absent: nothing was found in it, or nobody looked
public record Attachment(
        FreeText fileName,
        MediaTypeName mediaType,
        long size,
        ContentHash hash,
        @Nullable ScanFinding finding) {

    public Attachment(FreeText fileName, MediaTypeName mediaType, long size, ContentHash hash) {
        this(fileName, mediaType, size, hash, null);
    }

    public Attachment withheld(ScanFinding found) {
        return new Attachment(fileName, mediaType, size, hash, found);
    }
}
