package amends.deploy.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/// Held while a platform is started: two starts at once would each start everything.
///
/// @param lock kept here because a lock that nobody refers to is forgotten
record StartLock(FileLock lock) implements AutoCloseable {

    /// @throws StartFailed when somebody else holds it
    static StartLock on(DataFolder data) throws IOException {
        FileChannel channel =
                FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new StartLock(lock);
            }
        } catch (OverlappingFileLockException e) {
            // held inside this JVM: the same answer
        }
        channel.close();
        throw new StartFailed("Another start is under way in " + data.path() + ". Wait for it.");
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
