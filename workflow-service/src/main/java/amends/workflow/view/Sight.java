package amends.workflow.view;

import amends.contracts.access.Reach;
import amends.contracts.contact.BrandName;
import amends.contracts.routing.QueueName;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// What somebody may see of complaints. Whoever is limited to brands or queues sees none of which
/// the brand or queue is not known.
public record Sight(Reach reach) {

    public static final Sight UNLIMITED = new Sight(Reach.EVERYTHING);

    public boolean isLimited() {
        return !reach.brands().isEmpty() || !reach.queues().isEmpty();
    }

    public boolean covers(BoardRow row) {
        return covers(Optional.ofNullable(row.brand()), Optional.ofNullable(row.queue()));
    }

    boolean covers(BoardItem item) {
        return !isLimited() || covers(Optional.ofNullable(item.brand()), Optional.of(item.queue()));
    }

    /// @param item of a list: a row, or something that has one as its `complaint`
    public boolean covers(JsonNode item) {
        JsonNode row = item.path("complaint").isObject() ? item.path("complaint") : item;
        return covers(
                Optional.of(row.path("brand").asString(""))
                        .filter(brand -> !brand.isEmpty())
                        .map(BrandName::new),
                queue(row));
    }

    private static Optional<QueueName> queue(JsonNode row) {
        return Optional.of(row.path("queue").asString(""))
                .filter(queue -> !queue.isEmpty())
                .map(QueueName::new);
    }

    private boolean covers(Optional<BrandName> brand, Optional<QueueName> queue) {
        return (reach.brands().isEmpty() || brand.filter(reach::covers).isPresent())
                && (reach.queues().isEmpty() || queue.filter(reach::covers).isPresent());
    }
}
