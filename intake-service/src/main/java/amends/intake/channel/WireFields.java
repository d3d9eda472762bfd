package amends.intake.channel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The fields of a message of Protocol Buffers, one after the other, as they travel. Those that
/// nobody reads are skipped.
final class WireFields {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;
    private static final int LONGEST_VARINT = 64;

    private final ByteBuffer message;
    private int field;
    private long number;
    private ByteBuffer content = ByteBuffer.allocate(0);

    WireFields(ByteBuffer message) {
        this.message = message;
    }

    /// Goes on to the next field; false at the end.
    boolean next() throws UnfitEvent {
        if (!message.hasRemaining()) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        number = 0;
        content = ByteBuffer.allocate(0);
        switch ((int) (tag & 7)) {
            case VARINT -> number = varint();
            case FIXED_64 -> take(Long.BYTES);
            case BYTES -> content = take(varint());
            case FIXED_32 -> take(Integer.BYTES);
            default -> throw new UnfitEvent("Not readable as Protocol Buffers");
        }
        return true;
    }

    int field() {
        return field;
    }

    /// Of a number's field.
    long number() {
        return number;
    }

    /// Of a field of bytes or of a message.
    ByteBuffer content() {
        return content;
    }

    /// Of a field of text.
    String text() throws UnfitEvent {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(content.duplicate()).toString();
        } catch (CharacterCodingException e) {
            throw new UnfitEvent("A text is not UTF-8");
        }
    }

    private ByteBuffer take(long length) throws UnfitEvent {
        if (length < 0 || length > message.remaining()) {
            throw new UnfitEvent("It breaks off");
        }
        ByteBuffer taken = message.slice(message.position(), (int) length);
        message.position(message.position() + (int) length);
        return taken;
    }

    private long varint() throws UnfitEvent {
        long value = 0;
        for (int shift = 0; shift < LONGEST_VARINT; shift += 7) {
            if (!message.hasRemaining()) {
                throw new UnfitEvent("It breaks off");
            }
            byte next = message.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new UnfitEvent("Not readable as Protocol Buffers");
    }
}
