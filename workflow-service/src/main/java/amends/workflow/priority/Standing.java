package amends.workflow.priority;

import amends.contracts.contact.CustomerTier;

import java.time.Duration;

/// What is known of a complaint at any time.
///
/// @param contacts how often the customer wrote or called about it
/// @param waited elapsed time since it came or was reopened
public record Standing(CustomerTier tier, int contacts, int brokenPromises, Duration waited) {}
