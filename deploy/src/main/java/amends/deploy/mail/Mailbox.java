package amends.deploy.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder with one file per mail. A mail delivered twice is one file; a file is there whole or
/// not at all.
public final class Mailbox {

    /// How many of the newest mails a list can show; older ones stay on disk.
    private static final int LISTED = 20_000;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final Comparator<Mail> OLDEST_FIRST =
            Comparator.comparing(Mail::receivedAt).thenComparing(Mail::id);

    private final Path folder;
    private final NavigableSet<Mail> newest = new ConcurrentSkipListSet<>(OLDEST_FIRST);

    private Mailbox(Path folder) {
        this.folder = folder;
    }

    public static Mailbox open(Path folder) throws IOException {
        Mailbox mailbox = new Mailbox(Files.createDirectories(folder));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".eml")).forEach(mailbox::list);
        }
        return mailbox;
    }

    /// Returns the mail's id.
    public synchronized String keep(byte[] bytes, List<String> recipients) throws IOException {
        ParsedMail mail = ParsedMail.of(bytes);
        Path file = file(mail.id());
        if (!Files.exists(file)) {
            write(file, bytes);
            list(mail, recipients, Files.getLastModifiedTime(file).toInstant());
        }
        return mail.id();
    }

    /// The newest first.
    public Stream<Mail> mails() {
        return newest.descendingSet().stream();
    }

    public int size() {
        return newest.size();
    }

    Optional<ParsedMail> find(String id) throws IOException {
        Path file = file(id);
        return ID.matcher(id).matches() && Files.exists(file)
                ? Optional.of(ParsedMail.of(Files.readAllBytes(file)))
                : Optional.empty();
    }

    private Path file(String id) {
        return folder.resolve(id + ".eml");
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path half = Files.write(file.resolveSibling(file.getFileName() + ".part"), bytes);
        try {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void list(Path file) {
        try {
            ParsedMail mail = ParsedMail.of(Files.readAllBytes(file));
            list(mail, mail.to(), Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void list(ParsedMail mail, List<String> to, Instant receivedAt) {
        newest.add(
                new Mail(
                        mail.id(),
                        mail.header("Message-ID"),
                        mail.header("From"),
                        to,
                        mail.header("Subject"),
                        receivedAt));
        if (newest.size() > LISTED) {
            newest.pollFirst();
        }
    }
}
