package amends.workflow.view;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// The place in an ordered list where a page ended, as text that callers hand back unread.
final class Cursor {

    private static final String SEPARATOR = "|";

    private Cursor() {}

    static String write(Object... keys) {
        String plain =
                String.join(SEPARATOR, List.of(keys).stream().map(Object::toString).toList());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws IllegalArgumentException when it is not a cursor with that many keys
    static List<String> read(String cursor, int keys) {
        List<String> parts =
                List.of(
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
                                .split("\\|", -1));
        if (parts.size() != keys) {
            throw new IllegalArgumentException(
                    "Not a cursor of this list; take the `next` of a page, or leave it out");
        }
        return parts;
    }
}
