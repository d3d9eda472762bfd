package amends.workflow.priority;

import amends.contracts.contact.ChannelName;
import amends.contracts.insight.Insight;
import amends.workflow.words.Said;

import org.jspecify.annotations.Nullable;

/// What only the moment knows: words just read, an insight just taken, an escalation, or none of
/// it.
///
/// @param escalated a clock's escalation asks for a higher priority
/// @param channel by which a contact came
public record News(
        @Nullable Said words,
        @Nullable Insight insight,
        boolean escalated,
        @Nullable ChannelName channel) {

    public static final News NONE = new News(null, null, false, null);
    public static final News ESCALATED = new News(null, null, true, null);

    public static News of(Said words) {
        return new News(words, null, false, null);
    }

    public static News of(Said words, ChannelName channel) {
        return new News(words, null, false, channel);
    }

    public static News of(Insight insight) {
        return new News(null, insight, false, null);
    }

    @Override
    public String toString() {
        return insight == null ? "News" : "News of " + insight;
    }
}
