package amends.workflow.routing;

import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.ProductName;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityLevel;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// What routing looks at in a complaint.
public record Traits(
        ChannelName channel,
        LanguageTag language,
        CustomerTier tier,
        @Nullable ProductName product,
        PriorityLevel level,
        Set<FactorName> factors) {}
