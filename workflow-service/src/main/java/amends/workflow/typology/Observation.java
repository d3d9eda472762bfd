package amends.workflow.typology;

import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.LanguageTag;

/// What is seen of a customer at the moment.
///
/// @param words what he just said; empty when it is not a contact that brings news of him
/// @param contacts how often he wrote or called about this matter
/// @param complaints how many complaints he has had, as far as analytics just said so
public record Observation(
        String words,
        LanguageTag language,
        ChannelName channel,
        CustomerTier tier,
        int contacts,
        int complaints) {}
