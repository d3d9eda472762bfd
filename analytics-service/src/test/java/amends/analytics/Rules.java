package amends.analytics;

import amends.analytics.recurrence.RecurrenceRule;
import amends.analytics.retention.RetentionModel;

/// The rules as they are shipped.
public final class Rules {

    private Rules() {}

    public static RecurrenceRule recurrence() {
        return YamlPolicy.read("recurrence", RecurrenceRule.class);
    }

    public static RetentionModel retention() {
        return YamlPolicy.read("retention", RetentionModel.class);
    }
}
