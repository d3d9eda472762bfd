package amends.intake.channel;

import java.util.List;

/// One row of a file, its number counted from 1 without the header.
public sealed interface Row {

    long number();

    /// How many characters of it are kept.
    int length();

    /// A whole row.
    ///
    /// @param raw the row as it stands in the file, in Unicode
    record Whole(long number, String raw, List<String> cells) implements Row {
        @Override
        public int length() {
            return raw.length();
        }
    }

    /// A row of the file that can't be read as one.
    record Broken(long number, String raw, String reason, String detail) implements Row {
        @Override
        public int length() {
            return raw.length();
        }
    }

    /// A row that is too large to be kept.
    record TooLong(long number, long characters) implements Row {
        @Override
        public int length() {
            return 0;
        }
    }
}
