package amends.workflow.typology;

import amends.contracts.contact.ChannelName;
import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.SignName;

import java.util.List;
import java.util.Set;

/// The way in which he got in touch.
record ChannelSign(SignName sign, int points, Set<ChannelName> channels) implements Sign {

    @Override
    public List<EvidenceTerm> evidence(Seen seen) {
        ChannelName channel = seen.now().channel();
        return channels.contains(channel) ? List.of(new EvidenceTerm(channel.value())) : List.of();
    }
}
