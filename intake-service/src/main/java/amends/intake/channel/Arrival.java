package amends.intake.channel;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.Original;
import amends.contracts.contact.SourceName;
import amends.contracts.personal.RawContent;
import amends.contracts.policy.PolicyName;
import amends.intake.normalise.Discretion;

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
    private final boolean discreet;

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
        this(source, idAtSource, mapping, mediaType, content, at, false);
    }

    private Arrival(
            SourceName source,
            @Nullable String idAtSource,
            @Nullable PolicyName mapping,
            MediaTypeName mediaType,
            byte[] content,
            Instant at,
            boolean discreet) {
        this.source = source;
        this.idAtSource = idAtSource;
        this.mapping = mapping;
        this.mediaType = mediaType;
        this.content = content;
        this.at = at;
        this.discreet = discreet;
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

    /// As it is kept: without card numbers and the like.
    public Original original() {
        return new Original(mediaType, RawContent.of(discreet().content()));
    }

    /// The same without the numbers that nobody should have sent, wherever they stand as text.
    public Arrival discreet() {
        if (discreet) {
            return this;
        }
        byte[] masked =
                mediaType.value().startsWith("message/")
                        ? MailDiscretion.masked(content)
                        : Discretion.masked(mediaType, content);
        return new Arrival(source, idAtSource, mapping, mediaType, masked, at, true);
    }
}
