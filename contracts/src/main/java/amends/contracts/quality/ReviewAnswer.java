package amends.contracts.quality;

import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;

/// One line of a review form.
///
/// @param seen whether the reviewer saw the sign
public record ReviewAnswer(ServiceSign sign, boolean seen, @Nullable FreeText note) {}
