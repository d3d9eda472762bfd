package amends.intake.channel;

import java.util.Optional;

/// Reads the words of a scan.
public interface Transcriber {

    /// Where no machine reads: a person has to.
    Transcriber NONE = (mediaType, scan) -> Optional.empty();

    /// @return nothing when it can't be read by machine, or not now
    Optional<String> words(String mediaType, byte[] scan);
}
