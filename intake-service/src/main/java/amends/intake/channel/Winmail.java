package amends.intake.channel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// What lies in a `winmail.dat` (MS-OXTNEF): plain words and files. Formatted words and properties
/// are not read.
record Winmail(String words, List<Winmail.Packed> files) {

    private static final int SIGNATURE = 0x223e9f78;
    private static final int CODE_PAGE = 0x00069007;
    private static final int BODY = 0x0002800c;
    private static final int FILE_BEGINS = 0x00069002;
    private static final int FILE_NAME = 0x00018010;
    private static final int FILE_BYTES = 0x0006800f;
    private static final int CHECKSUM_BYTES = 2;

    Winmail {
        files = List.copyOf(files);
    }

    /// One of its files.
    static final class Packed {

        private String name = "";
        private byte[] bytes = {};

        String name() {
            return name;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /// @return nothing when it is none, or broken off
    static Optional<Winmail> unpacked(byte[] content) {
        try {
            ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
            if (in.getInt() != SIGNATURE) {
                return Optional.empty();
            }
            in.getShort(); // a key that nobody needs
            return Optional.of(attributes(in));
        } catch (BufferUnderflowException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static Winmail attributes(ByteBuffer in) {
        Charset charset = StandardCharsets.ISO_8859_1;
        String words = "";
        List<Packed> files = new ArrayList<>();
        while (in.remaining() > CHECKSUM_BYTES) {
            in.get(); // of the mail or of a file
            int attribute = in.getInt();
            byte[] value = value(in);
            switch (attribute) {
                case CODE_PAGE -> charset = codePage(value);
                case BODY -> words = text(value, charset);
                case FILE_BEGINS -> files.add(new Packed());
                case FILE_NAME -> files.getLast().name = text(value, charset);
                case FILE_BYTES -> files.getLast().bytes = value;
                default -> {}
            }
        }
        return new Winmail(words, files);
    }

    private static byte[] value(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining() - CHECKSUM_BYTES) {
            throw new BufferUnderflowException();
        }
        byte[] value = new byte[length];
        in.get(value);
        in.getShort();
        return value;
    }

    private static Charset codePage(byte[] value) {
        int page = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt();
        String name = page == 932 ? "windows-31j" : page == 65001 ? "UTF-8" : "windows-" + page;
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }

    private static String text(byte[] value, Charset charset) {
        String text = new String(value, charset);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
