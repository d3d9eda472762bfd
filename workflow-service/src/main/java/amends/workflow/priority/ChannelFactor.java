package amends.workflow.priority;

import amends.contracts.contact.ChannelName;
import amends.contracts.priority.EvidenceTerm;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityFactor;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A contact came by one of these channels, whatever it says; it stays so.
record ChannelFactor(FactorName factor, int points, Set<ChannelName> channels) implements Factor {

    ChannelFactor {
        channels = Set.copyOf(channels);
    }

    @Override
    public Optional<PriorityFactor> weigh(Situation situation) {
        ChannelName channel = situation.channel();
        return channel != null && channels.contains(channel)
                ? Optional.of(
                        new PriorityFactor(
                                factor, points, List.of(new EvidenceTerm(channel.value()))))
                : situation.earlier(factor);
    }
}
