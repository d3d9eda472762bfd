package amends.contracts.complaint;

import amends.contracts.contact.ProductName;
import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;

/// What hurts.
public record Concern(FreeText words, @Nullable ProductName product) {}
