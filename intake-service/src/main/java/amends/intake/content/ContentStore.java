package amends.intake.content;

import amends.contracts.contact.ContentHash;
import amends.intake.channel.FileContent;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Keeps files under the hash of their bytes, so that the same file is kept once however often it
/// comes.
public interface ContentStore {

    /// Returns when the file is durable.
    ///
    /// @throws IOException when it can't be made so; nothing may be promised then
    void keep(FileContent file) throws IOException;

    /// @return nothing when it was never kept
    Optional<Stored> find(ContentHash hash) throws IOException;

    /// A file that is kept.
    ///
    /// @param size in bytes
    /// @param bytes to be read once and closed
    record Stored(long size, InputStream bytes) {}
}
