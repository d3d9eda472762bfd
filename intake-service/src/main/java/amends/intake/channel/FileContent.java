package amends.intake.channel;

import amends.contracts.contact.ContentHash;
import amends.intake.normalise.Hashes;

/// The bytes of a file that came with a contact.
public final class FileContent {

    private final ContentHash hash;
    private final byte[] bytes;

    public FileContent(byte[] bytes) {
        this.hash = Hashes.of(bytes);
        this.bytes = bytes;
    }

    public ContentHash hash() {
        return hash;
    }

    public byte[] bytes() {
        return bytes;
    }
}
