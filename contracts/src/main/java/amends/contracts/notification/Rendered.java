package amends.contracts.notification;

import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;

/// The words exactly as they go out. `html` is absent where the channel shows plain text only.
public record Rendered(FreeText subject, FreeText text, @Nullable FreeText html) {}
