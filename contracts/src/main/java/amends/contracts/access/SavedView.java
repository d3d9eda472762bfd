package amends.contracts.access;

import amends.contracts.personal.FreeText;

/// A view of the board under a name of its own.
///
/// @param address the part of the console's address behind the host; it may hold what was searched
///   for
public record SavedView(FreeText name, FreeText address) {}
