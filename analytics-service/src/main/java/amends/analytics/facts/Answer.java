package amends.analytics.facts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The scores of one answered follow-up; the words stay with the complaint.
public record Answer(
        Instant at,
        boolean solved,
        @Nullable Integer satisfaction,
        @Nullable Integer effort,
        @Nullable Integer recommendation) {}
