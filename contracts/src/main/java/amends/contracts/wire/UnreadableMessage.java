package amends.contracts.wire;

import tools.jackson.core.JacksonException;

/// Bytes on a topic or in a store that are not what they should be. The text never repeats the
/// content, which may be personal.
public final class UnreadableMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableMessage(Class<?> type, String why) {
        super("Not a readable " + type.getSimpleName() + ": " + why);
    }

    UnreadableMessage(Class<?> type, JacksonException cause) {
        this(type, cause.getClass().getSimpleName() + " at " + position(cause));
    }

    private static String position(JacksonException cause) {
        return cause.getLocation() == null
                ? "an unknown place"
                : "line "
                        + cause.getLocation().getLineNr()
                        + ", column "
                        + cause.getLocation().getColumnNr();
    }
}
