package amends.intake.bulk;

import amends.intake.bulk.RefusedUpload.Why;
import amends.intake.mapping.Mapping;
import amends.intake.normalise.Charsets;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.zip.GZIPInputStream;

/// The text of a file, whatever it is packed into.
final class FileText {

    private FileText() {}

    /// A spreadsheet reads like the CSV file that it could have been saved as.
    static Reader of(Upload upload, InputStream body) throws IOException {
        InputStream plain = unpacked(upload, body);
        Mapping mapping = upload.mapping();
        if (!Spreadsheet.isOne(plain)) {
            return new SensedReader(plain, told(upload.charset()));
        }
        if (mapping == null) {
            throw new RefusedUpload(
                    Why.UNREADABLE, "A spreadsheet needs a mapping that names its columns.");
        }
        return Spreadsheet.read(plain, mapping.delimiter().charAt(0));
    }

    private static @Nullable Charset told(@Nullable String charset) {
        if (charset == null) {
            return null;
        }
        return Charsets.named(charset)
                .orElseThrow(
                        () ->
                                new RefusedUpload(
                                        Why.UNREADABLE,
                                        "The charset "
                                                + charset
                                                + " is not known here. Send the file in UTF-8."));
    }

    /// @throws RefusedUpload when nothing is in it, or it is called packed and isn't
    private static InputStream unpacked(Upload upload, InputStream body) throws IOException {
        InputStream peeked = notEmpty(new BufferedInputStream(body, 1 << 16));
        peeked.mark(2);
        int magic = peeked.read() | peeked.read() << 8;
        peeked.reset();
        if (magic == GZIPInputStream.GZIP_MAGIC) {
            return notEmpty(new BufferedInputStream(new Unpacked(peeked)));
        }
        if (upload.gzip()) {
            throw Unpacked.broken();
        }
        return peeked;
    }

    private static InputStream notEmpty(InputStream buffered) throws IOException {
        buffered.mark(1);
        if (buffered.read() < 0) {
            throw new RefusedUpload(
                    Why.UNREADABLE, "The file is empty. Send one with at least one row.");
        }
        buffered.reset();
        return buffered;
    }
}
