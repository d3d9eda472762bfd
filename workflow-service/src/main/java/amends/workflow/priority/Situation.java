package amends.workflow.priority;

import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerTier;
import amends.contracts.insight.Insight;
import amends.contracts.priority.EvidenceTerm;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityFactor;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a priority is made from. Words and insights are seen once; what they gave is in the
/// factors found earlier.
///
/// @param found the dictionary words in a text just seen
/// @param contacts how often the customer wrote or called about this matter
/// @param waited how long the complaint has been open
/// @param insight what analytics just said
/// @param channel by which a contact came just now
/// @param escalated a clock asks for a higher priority at this moment
/// @param earlier the factors of the priority until now
record Situation(
        Map<FactorName, List<EvidenceTerm>> found,
        CustomerTier tier,
        int contacts,
        int brokenPromises,
        Duration waited,
        @Nullable Insight insight,
        @Nullable ChannelName channel,
        boolean escalated,
        List<PriorityFactor> earlier) {

    Optional<PriorityFactor> earlier(FactorName name) {
        return earlier.stream().filter(factor -> factor.factor().equals(name)).findFirst();
    }
}
