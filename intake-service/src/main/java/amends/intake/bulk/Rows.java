package amends.intake.bulk;

import amends.intake.channel.Row;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// The rows of a file, one at a time.
interface Rows {

    /// The longest row in UTF-16 units; a longer one can't be kept.
    int LONGEST = 1 << 20;

    /// @return null at the end
    @Nullable Row next() throws IOException;
}
