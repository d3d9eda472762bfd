package amends.workflow.priority;

import amends.contracts.insight.Insight;

import org.jspecify.annotations.Nullable;

/// What only the moment knows: words just read, an insight just taken, or neither.
public record News(@Nullable String words, @Nullable Insight insight) {

    public static final News NONE = new News(null, null);

    public static News of(String words) {
        return new News(words, null);
    }

    public static News of(Insight insight) {
        return new News(null, insight);
    }

    @Override
    public String toString() {
        return insight == null ? "News" : "News of " + insight;
    }
}
