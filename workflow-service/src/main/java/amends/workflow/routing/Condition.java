package amends.workflow.routing;

import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.LanguageTag;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityLevel;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// When a routing rule applies: all that is named must be so; naming nothing applies always.
///
/// @param product a regular expression to be found in the product's name
/// @param factors any of these factors raised the priority
record Condition(
        Optional<Pattern> product,
        Set<ChannelName> channels,
        Set<LanguageTag> languages,
        Set<PriorityLevel> levels,
        Set<CustomerTier> tiers,
        Set<FactorName> factors) {

    boolean holds(Traits traits) {
        return holdsForProduct(traits)
                && anyOf(channels, traits.channel()::equals)
                && anyOf(languages, traits.language()::equals)
                && anyOf(levels, traits.level()::equals)
                && anyOf(tiers, traits.tier()::equals)
                && anyOf(factors, traits.factors()::contains);
    }

    private boolean holdsForProduct(Traits traits) {
        return product.isEmpty()
                || (traits.product() != null
                        && product.get().matcher(traits.product().value()).find());
    }

    private static <T> boolean anyOf(Set<T> wanted, Predicate<T> had) {
        if (wanted.isEmpty()) {
            return true;
        }
        for (T each : wanted) {
            if (had.test(each)) {
                return true;
            }
        }
        return false;
    }
}
