package amends.workflow.typology;

import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.LanguageTag;
import amends.workflow.words.Said;

/// What is seen of a customer at the moment.
///
/// @param words what he just said; [Said#NOTHING] when it is not a contact that brings news of him
/// @param contacts how often he wrote or called about this matter
/// @param complaints how many complaints he has had, as far as analytics just said so
public record Observation(
        Said words,
        LanguageTag language,
        ChannelName channel,
        CustomerTier tier,
        int contacts,
        int complaints) {}
