package amends.contracts.contact;

import amends.contracts.personal.FreeText;

/// A file that came with a contact; its bytes stay in the contact's original. `size` is in bytes.
public record Attachment(FreeText fileName, MediaTypeName mediaType, long size, ContentHash hash) {}
