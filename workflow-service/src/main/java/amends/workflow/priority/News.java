package amends.workflow.priority;

import amends.contracts.insight.Insight;
import amends.workflow.words.Said;

import org.jspecify.annotations.Nullable;

/// What only the moment knows: words just read, an insight just taken, an escalation, or none of
/// it.
///
/// @param escalated a clock's escalation asks for a higher priority
public record News(@Nullable Said words, @Nullable Insight insight, boolean escalated) {

    public static final News NONE = new News(null, null, false);
    public static final News ESCALATED = new News(null, null, true);

    public static News of(Said words) {
        return new News(words, null, false);
    }

    public static News of(Insight insight) {
        return new News(null, insight, false);
    }

    @Override
    public String toString() {
        return insight == null ? "News" : "News of " + insight;
    }
}
