package amends.intake.quarantine;

import org.jspecify.annotations.Nullable;

/// Which inputs are meant.
///
/// @param status `quarantined`, `set-aside`, `released` or `discarded`
/// @param reason all when absent
/// @param source all when absent
public record Selection(String status, @Nullable String reason, @Nullable String source) {

    /// Those that lie in quarantine.
    public static Selection lying(@Nullable String reason, @Nullable String source) {
        return new Selection(QuarantineView.QUARANTINED, reason, source);
    }
}
