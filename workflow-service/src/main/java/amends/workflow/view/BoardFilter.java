package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.ProductName;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.routing.QueueName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/// Which open complaints are looked for; what is absent does not restrict.
///
/// @param unassigned only those without an owner
/// @param state of the clock that presses most
/// @param language `zh` finds `zh-TW` too
/// @param text words that reference, title, product, customer's name or owner contain, all of them
public record BoardFilter(
        @Nullable QueueName queue,
        @Nullable AgentId owner,
        boolean unassigned,
        @Nullable PriorityLevel priority,
        ClockRow.@Nullable State state,
        @Nullable ChannelName channel,
        @Nullable LanguageTag language,
        @Nullable ProductName product,
        @Nullable CustomerTier tier,
        @Nullable CustomerId customer,
        @Nullable String text) {

    /// Every open complaint.
    public static final BoardFilter ALL =
            new BoardFilter(null, null, false, null, null, null, null, null, null, null, null);

    /// The queue is not looked at: each has a shelf of its own.
    Predicate<BoardItem> at(Instant now) {
        long instant = now.toEpochMilli();
        List<String> words = text == null ? List.of() : BoardWords.wanted(text);
        return item ->
                fits(owner, item.owner())
                        && !(unassigned && item.owner() != null)
                        && fits(priority, item.priority())
                        && fits(channel, item.channel())
                        && speaks(item.language())
                        && fits(product, item.product())
                        && fits(tier, item.tier())
                        && fits(customer, item.customer())
                        && (state == null || state == item.clocks().pressing(instant))
                        && contains(item.words(), words);
    }

    private static <T> boolean fits(@Nullable T wanted, @Nullable T there) {
        return wanted == null || wanted.equals(there);
    }

    private boolean speaks(LanguageTag tag) {
        return language == null
                || tag.value().equals(language.value())
                || tag.value().startsWith(language.value() + "-");
    }

    private static boolean contains(String there, List<String> words) {
        for (String word : words) {
            if (!there.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
