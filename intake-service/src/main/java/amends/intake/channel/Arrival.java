package amends.intake.channel;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.Original;
import amends.contracts.contact.SourceName;
import amends.contracts.personal.RawContent;
import amends.contracts.policy.PolicyName;
import amends.intake.normalise.Discretion;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/// One input exactly as it came, with what was told beside it.
public final class Arrival {

    /// What is said of an input that tells a time of receipt in the future.
    public static final String STILL_TO_COME =
            "lies in the future; tell when it was received, or leave it out";

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final SourceName source;
    private final @Nullable String idAtSource;
    private final @Nullable PolicyName mapping;
    private final MediaTypeName mediaType;
    private final byte[] content;
    private final Instant at;
    private final UnaryOperator<byte[]> discretion;

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
        this(source, idAtSource, mapping, mediaType, content, at, masking(mediaType));
    }

    private Arrival(
            SourceName source,
            @Nullable String idAtSource,
            @Nullable PolicyName mapping,
            MediaTypeName mediaType,
            byte[] content,
            Instant at,
            UnaryOperator<byte[]> discretion) {
        this.source = source;
        this.idAtSource = idAtSource;
        this.mapping = mapping;
        this.mediaType = mediaType;
        this.content = content;
        this.at = at;
        this.discretion = discretion;
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

    /// Nothing was received later than now; a day makes up for zones and clocks.
    public boolean isStillToCome(Instant received) {
        return received.isAfter(at.plus(CLOCKS_DIFFER));
    }

    /// As it is kept: without card numbers and the like.
    public Original original() {
        return new Original(mediaType, RawContent.of(discreet().content()));
    }

    /// The same without the numbers that nobody should have sent, wherever they stand as text.
    public Arrival discreet() {
        return new Arrival(
                source,
                idAtSource,
                mapping,
                mediaType,
                discretion.apply(content),
                at,
                UnaryOperator.identity());
    }

    /// The same as it comes from somewhere else.
    public Arrival from(SourceName other) {
        return new Arrival(other, idAtSource, mapping, mediaType, content, at, discretion);
    }

    /// The same when it has been kept before: what stands in it was meant to stay.
    public Arrival kept() {
        return maskedBy(UnaryOperator.identity());
    }

    /// The same with masking of its own.
    Arrival maskedBy(UnaryOperator<byte[]> otherwise) {
        return new Arrival(source, idAtSource, mapping, mediaType, content, at, otherwise);
    }

    private static UnaryOperator<byte[]> masking(MediaTypeName mediaType) {
        if (FormData.isForm(mediaType)) {
            return content -> FormData.masked(mediaType, content);
        }
        return mediaType.value().startsWith("message/")
                ? MailDiscretion::masked
                : content -> Discretion.masked(mediaType, content);
    }
}
