package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.ProductName;
import amends.contracts.priority.Priority;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.routing.QueueName;

import org.jspecify.annotations.Nullable;

/// An open complaint in memory: what the board is ordered, filtered, searched and counted by, and
/// its row, packed.
record BoardItem(
        BoardKey key,
        QueueName queue,
        @Nullable AgentId owner,
        @Nullable PriorityLevel priority,
        BoardClocks clocks,
        ChannelName channel,
        LanguageTag language,
        @Nullable ProductName product,
        CustomerTier tier,
        CustomerId customer,
        @Nullable BrandName brand,
        String words,
        PackedRow row) {

    private static final QueueName UNROUTED = new QueueName("unrouted");

    static BoardItem of(BoardRow row, SharedNames names) {
        QueueName queue = row.queue();
        Priority priority = row.priority();
        return new BoardItem(
                BoardKey.of(row),
                names.once(queue == null ? UNROUTED : queue),
                names.onceIfAny(row.owner()),
                priority == null ? null : priority.level(),
                BoardClocks.of(row.clocks()),
                names.once(row.channel()),
                names.once(row.language()),
                names.onceIfAny(row.product()),
                names.once(row.customer().tier()),
                row.customer().id(),
                names.onceIfAny(row.brand()),
                BoardWords.of(row),
                PackedRow.of(row));
    }

    ComplaintId id() {
        return key.id();
    }
}
