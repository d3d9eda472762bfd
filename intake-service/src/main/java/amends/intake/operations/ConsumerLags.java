package amends.intake.operations;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How far the consumers of all services are behind what is committed. The mark of a transaction
/// takes an offset too, so one that has read everything may seem one message behind per partition.
public final class ConsumerLags {

    /// An instance takes such a name for its life; when it ends, nobody will ever catch up.
    private static final Pattern OF_ONE_LIFE =
            Pattern.compile(".*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Admin admin;

    ConsumerLags(Admin admin) {
        this.admin = admin;
    }

    /// How far one group is behind.
    ///
    /// @param running whether it has members at all
    /// @param lag messages that it has not processed yet, over all topics
    public record GroupLag(String group, boolean running, long lag, List<TopicLag> topics) {}

    /// And in one of its topics.
    public record TopicLag(String topic, long lag) {}

    /// All groups, those farthest behind first.
    public List<GroupLag> all() {
        Collection<GroupListing> groups =
                Answers.of(admin.listGroups().all()).stream()
                        .filter(each -> isRunning(each) || !isOfOneLife(each))
                        .toList();
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
                Answers.of(
                        admin.listConsumerGroupOffsets(
                                        groups.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                GroupListing::groupId,
                                                                _ ->
                                                                        new ListConsumerGroupOffsetsSpec())))
                                .all());
        Map<TopicPartition, Long> ends = ends(committed);
        return groups.stream()
                .map(each -> lag(each, committed.getOrDefault(each.groupId(), Map.of()), ends))
                .sorted(
                        Comparator.comparingLong(GroupLag::lag)
                                .reversed()
                                .thenComparing(GroupLag::group))
                .toList();
    }

    private Map<TopicPartition, Long> ends(
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed) {
        Set<TopicPartition> partitions = new HashSet<>();
        committed.values().forEach(each -> partitions.addAll(each.keySet()));
        return Answers.of(
                        admin.listOffsets(
                                        partitions.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                each -> each,
                                                                _ -> OffsetSpec.latest())),
                                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                                .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, ConsumerLags::offset));
    }

    private static long offset(Map.Entry<TopicPartition, ListOffsetsResultInfo> end) {
        return end.getValue().offset();
    }

    private static GroupLag lag(
            GroupListing group,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, Long> ends) {
        SortedMap<String, Long> byTopic = new TreeMap<>();
        committed.forEach(
                (at, next) -> {
                    if (next != null) {
                        long behind = Math.max(0, ends.getOrDefault(at, 0L) - next.offset());
                        byTopic.merge(at.topic(), behind, Long::sum);
                    }
                });
        return new GroupLag(
                group.groupId(),
                isRunning(group),
                byTopic.values().stream().mapToLong(Long::longValue).sum(),
                byTopic.entrySet().stream()
                        .map(each -> new TopicLag(each.getKey(), each.getValue()))
                        .toList());
    }

    private static boolean isRunning(GroupListing group) {
        return group.groupState()
                .filter(state -> state != GroupState.EMPTY && state != GroupState.DEAD)
                .isPresent();
    }

    private static boolean isOfOneLife(GroupListing group) {
        return OF_ONE_LIFE.matcher(group.groupId()).matches();
    }
}
