package amends.deploy.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A file that one process at a time holds: two starts at once would each start everything, and two
/// demos complain twice as much.
///
/// @param lock kept here because a lock that nobody refers to is forgotten
public record HeldFile(FileLock lock) implements AutoCloseable {

    /// @return nothing when somebody else holds it
    public static Optional<HeldFile> take(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new HeldFile(lock));
            }
        } catch (OverlappingFileLockException e) {
            // held inside this JVM: the same answer
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
