package amends.contracts.access;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.routing.QueueName;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What somebody sees and sends, of each kind; none named means all of that kind.
///
/// @param brands whose complaints
/// @param queues where complaints wait
/// @param channels by which a program sends
public record Reach(List<BrandName> brands, List<QueueName> queues, List<ChannelName> channels) {

    public static final Reach EVERYTHING = new Reach(List.of(), List.of(), List.of());

    public Reach(
            @Nullable List<BrandName> brands,
            @Nullable List<QueueName> queues,
            @Nullable List<ChannelName> channels) {
        this.brands = brands == null ? List.of() : List.copyOf(brands);
        this.queues = queues == null ? List.of() : List.copyOf(queues);
        this.channels = channels == null ? List.of() : List.copyOf(channels);
    }

    public boolean covers(BrandName brand) {
        return brands.isEmpty() || brands.contains(brand);
    }

    public boolean covers(QueueName queue) {
        return queues.isEmpty() || queues.contains(queue);
    }

    public boolean covers(ChannelName channel) {
        return channels.isEmpty() || channels.contains(channel);
    }

    /// Whether neither brands nor queues limit what he sees.
    public boolean seesAll() {
        return brands.isEmpty() && queues.isEmpty();
    }

    public boolean isEverything() {
        return equals(EVERYTHING);
    }
}
