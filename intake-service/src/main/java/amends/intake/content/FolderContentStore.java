package amends.intake.content;

import amends.contracts.contact.ContentHash;
import amends.contracts.contact.ScanFinding;
import amends.intake.channel.FileContent;
import amends.intake.content.ContentStore.Found.Stored;
import amends.intake.content.ContentStore.Found.Withheld;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps files in a folder, two hundred and fifty-six subfolders by the first digits of their
/// hashes. A file has its name only when all of it is on the disk.
final class FolderContentStore implements ContentStore {

    private static final int FIRST_DIGITS = 2;

    private final Path folder;
    private final long leastFree;

    /// Subfolders of which a crash leaves nothing out.
    private final Set<Path> durable = ConcurrentHashMap.newKeySet();

    /// @param leastFree bytes that the disk has to have left; below, nothing more is taken
    FolderContentStore(Path folder, long leastFree) {
        this.folder = folder;
        this.leastFree = leastFree;
    }

    @Override
    public void keep(FileContent file) throws IOException {
        Path kept = path(file.hash());
        Path within = within(file.hash());
        Files.deleteIfExists(withheld(file.hash()));
        if (Files.exists(kept) && Files.size(kept) == file.bytes().length) {
            force(within); // whoever wrote it may not have come so far
        } else {
            put(within, kept, file.bytes());
        }
    }

    @Override
    public void withhold(ContentHash hash, ScanFinding finding) throws IOException {
        Path within = within(hash);
        put(within, withheld(hash), finding.value().getBytes(StandardCharsets.UTF_8));
        Files.deleteIfExists(path(hash));
        force(within);
    }

    private void put(Path within, Path name, byte[] bytes) throws IOException {
        long free = Files.getFileStore(within).getUsableSpace();
        if (free - bytes.length < leastFree) {
            throw new IOException("Only " + free + " bytes are left in " + folder);
        }
        Path written = Files.createTempFile(within, "coming-", ".part");
        try {
            write(written, bytes);
            Files.move(written, name, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
        force(within);
    }

    @Override
    public Optional<Found> find(ContentHash hash) throws IOException {
        Path withheld = withheld(hash);
        if (Files.isRegularFile(withheld)) {
            return Optional.of(new Withheld(new ScanFinding(Files.readString(withheld))));
        }
        Path kept = path(hash);
        return Files.isRegularFile(kept)
                ? Optional.of(new Stored(Files.size(kept), Files.newInputStream(kept)))
                : Optional.empty();
    }

    private Path within(ContentHash hash) throws IOException {
        Path within = folder.resolve(digits(hash));
        if (!durable.contains(within)) {
            Files.createDirectories(within);
            force(folder);
            durable.add(within);
        }
        return within;
    }

    private Path path(ContentHash hash) {
        return folder.resolve(digits(hash)).resolve(hash.value());
    }

    private Path withheld(ContentHash hash) {
        return folder.resolve(digits(hash)).resolve(hash + ".withheld");
    }

    private static String digits(ContentHash hash) {
        return hash.value().substring(0, FIRST_DIGITS);
    }

    private static void write(Path to, byte[] bytes) throws IOException {
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                file.write(left);
            }
            file.force(true);
        }
    }

    /// The name itself is durable only when its folder is.
    private static void force(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
