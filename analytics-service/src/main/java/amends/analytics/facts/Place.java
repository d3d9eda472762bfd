package amends.analytics.facts;

import amends.contracts.priority.PriorityLevel;
import amends.contracts.routing.QueueName;

import org.jspecify.annotations.Nullable;

/// Where a complaint waits, and how urgently.
public record Place(@Nullable QueueName queue, @Nullable PriorityLevel priority) {

    static final Place UNKNOWN = new Place(null, null);

    Place in(QueueName queue) {
        return new Place(queue, priority);
    }

    Place as(PriorityLevel priority) {
        return new Place(queue, priority);
    }
}
