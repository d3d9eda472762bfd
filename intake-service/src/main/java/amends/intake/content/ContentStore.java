package amends.intake.content;

import amends.contracts.contact.ContentHash;
import amends.contracts.contact.ScanFinding;
import amends.intake.channel.FileContent;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Keeps files under the hash of their bytes, so that the same file is kept once however often it
/// comes.
public interface ContentStore {

    /// Returns when the file is durable; one that was withheld is handed out again from then on.
    ///
    /// @throws IOException when it can't be made so; nothing may be promised then
    void keep(FileContent file) throws IOException;

    /// Returns when it is sure that the file is not handed out any more.
    ///
    /// @throws IOException when it can't be made so; nothing may be promised then
    void withhold(ContentHash hash, ScanFinding finding) throws IOException;

    /// @return nothing when it was never kept
    Optional<Found> find(ContentHash hash) throws IOException;

    /// What is there of a file.
    sealed interface Found {

        /// A file that is kept.
        ///
        /// @param size in bytes
        /// @param bytes to be read once and closed
        record Stored(long size, InputStream bytes) implements Found {}

        /// A file that nobody gets, and why.
        record Withheld(ScanFinding finding) implements Found {}
    }
}
