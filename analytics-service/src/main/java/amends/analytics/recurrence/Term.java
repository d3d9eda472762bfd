package amends.analytics.recurrence;

/// A word as it is compared, and as somebody wrote it.
///
/// @param stem without endings and in one spelling
/// @param surface as written
public record Term(String stem, String surface) {}
