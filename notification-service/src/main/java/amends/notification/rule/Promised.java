package amends.notification.rule;

import amends.contracts.personal.FreeText;

import java.time.Instant;

/// What a customer was promised, and until when.
public record Promised(FreeText what, Instant due) {}
