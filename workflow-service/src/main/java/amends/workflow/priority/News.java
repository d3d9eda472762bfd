package amends.workflow.priority;

import amends.contracts.insight.Insight;

import org.jspecify.annotations.Nullable;

/// What only the moment knows: words just read, an insight just taken, an escalation, or none of
/// it.
///
/// @param escalated a clock's escalation asks for a higher priority
public record News(@Nullable String words, @Nullable Insight insight, boolean escalated) {

    public static final News NONE = new News(null, null, false);
    public static final News ESCALATED = new News(null, null, true);

    public static News of(String words) {
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
