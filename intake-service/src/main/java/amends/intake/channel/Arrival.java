package amends.intake.channel;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.Original;
import amends.contracts.contact.SourceName;
import amends.contracts.personal.RawContent;
import amends.contracts.policy.PolicyName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One input exactly as it came, with what was told beside it.
public final class Arrival {

    private final SourceName source;
    private final @Nullable String idAtSource;
    private final @Nullable PolicyName mapping;
    private final MediaTypeName mediaType;
    private final byte[] content;
    private final Instant at;

    /// @param source where it comes from, unless the input itself says so
    /// @param idAtSource the id that the sender gave beside the input, for example as idempotency
    ///   key
    /// @param mapping which mapping reads it, for rows of a file
    public Arrival(
            SourceName source,
            @Nullable String idAtSource,
            @Nullable PolicyName mapping,
            MediaTypeName mediaType,
            byte[] content,
            Instant at) {
        this.source = source;
        this.idAtSource = idAtSource;
        this.mapping = mapping;
        this.mediaType = mediaType;
        this.content = content;
        this.at = at;
    }

    public SourceName source() {
        return source;
    }

    public @Nullable String idAtSource() {
        return idAtSource;
    }

    public @Nullable PolicyName mapping() {
        return mapping;
    }

    public MediaTypeName mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content;
    }

    public Instant at() {
        return at;
    }

    public Original original() {
        return new Original(mediaType, RawContent.of(content));
    }
}
