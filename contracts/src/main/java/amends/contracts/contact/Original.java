package amends.contracts.contact;

import amends.contracts.personal.RawContent;

/// The contact exactly as it was received.
public record Original(MediaTypeName mediaType, RawContent content) {}
