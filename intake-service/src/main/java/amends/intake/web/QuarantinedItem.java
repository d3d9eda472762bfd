package amends.intake.web;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/// An input in quarantine, as it is shown.
///
/// @param ageSeconds since it arrived, while nobody has let it through or put it away
/// @param content the input itself in Base64, when a single one is asked for
/// @param edited what somebody made of it
record QuarantinedItem(
        String id,
        String status,
        Instant at,
        @Nullable Long ageSeconds,
        String source,
        String channel,
        @Nullable String mapping,
        String reason,
        String detail,
        String mediaType,
        @Nullable String content,
        @Nullable Edited edited,
        @Nullable String contactId,
        @Nullable String discardReason) {

    /// @param content in Base64, when a single input is asked for
    record Edited(String by, Instant at, @Nullable String content) {

        static @Nullable Edited of(Document document) {
            String by = document.getString("editedBy");
            return by == null
                    ? null
                    : new Edited(
                            by,
                            document.get("editedAt", Date.class).toInstant(),
                            document.getString("editedContent"));
        }
    }

    static QuarantinedItem of(Document document, Instant now) {
        String status = document.getString("status");
        Instant at = document.get("at", Date.class).toInstant();
        return new QuarantinedItem(
                document.getString("_id"),
                status,
                at,
                status.equals("quarantined") ? Duration.between(at, now).toSeconds() : null,
                document.getString("source"),
                document.getString("channel"),
                document.getString("mapping"),
                document.getString("reason"),
                document.getString("detail"),
                document.getString("mediaType"),
                document.getString("content"),
                Edited.of(document),
                document.getString("contactId"),
                document.getString("discardReason"));
    }
}
