package amends.notification.rule;

import java.time.Instant;

/// A scheduled question to the customer whether it is solved.
///
/// @param round which follow-up of the complaint this is, from 1
/// @param occasion the version of the resolution that it follows
public record FollowUp(int round, long occasion, Instant due) {}
