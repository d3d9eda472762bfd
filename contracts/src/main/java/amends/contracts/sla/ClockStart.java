package amends.contracts.sla;

import java.time.Instant;

/// From when one clock of a complaint counts.
public record ClockStart(ClockName clock, Instant startedAt) {}
