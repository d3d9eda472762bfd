package amends.analytics.stream;

import amends.analytics.recurrence.Cluster;
import amends.analytics.recurrence.ClusterFigure;
import amends.analytics.recurrence.ComplaintsOfCluster;
import amends.analytics.recurrence.Grouping;
import amends.analytics.recurrence.Grouping.Placement;
import amends.analytics.recurrence.HeardConcern;
import amends.analytics.recurrence.RecurrenceRule;
import amends.analytics.recurrence.TrackedCluster;
import amends.analytics.recurrence.Trend;
import amends.analytics.stream.Finding.ConcernHeard;
import amends.contracts.figure.FigureKey;
import amends.contracts.insight.ClusterId;
import amends.contracts.insight.Insight.ConcernRising;
import amends.contracts.insight.RecordedInsight;
import amends.contracts.wire.Message;
import amends.contracts.wire.Wire;

import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/// Puts each concern into its cluster, counts its customer, and says when the concern is rising.
final class ConcernGathering extends ContextualProcessor<String, ConcernHeard, String, Message> {

    static final String CLUSTERS = "clusters";
    static final String CUSTOMERS = "customers-of-clusters";
    static final String COMPLAINTS = "complaints-of-clusters";
    static final String CHANGED = "changed-clusters";

    /// More wait for the next round, so that none takes long.
    private static final int PUBLISHED_AT_ONCE = 500;

    private final RecurrenceRule rule;
    private final Duration publishEvery;

    private KnownClusters clusters;
    private ClusterSketches customers;
    private ClusterComplaints complaints;
    private ChangedKeys changed;

    @SuppressWarnings("NullAway.Init") // set by init, before anything is processed
    ConcernGathering(RecurrenceRule rule, Duration publishEvery) {
        this.rule = rule;
        this.publishEvery = publishEvery;
    }

    @Override
    public void init(ProcessorContext<String, Message> context) {
        super.init(context);
        clusters = new KnownClusters(context.getStateStore(CLUSTERS), rule);
        customers = new ClusterSketches(context.getStateStore(CUSTOMERS));
        complaints = new ClusterComplaints(context.getStateStore(COMPLAINTS));
        changed = new ChangedKeys(context.getStateStore(CHANGED));
        context.schedule(publishEvery, PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    @Override
    public void process(Record<String, ConcernHeard> record) {
        HeardConcern concern = record.value().concern();
        clusters.saw(concern.day());
        Grouping grouping = clusters.of(concern.product());
        Placement placement = grouping.add(concern);
        if (placement.absorbed() != null) {
            absorb(placement.absorbed(), placement.cluster());
        }
        TrackedCluster tracked = track(placement.cluster(), concern);
        grouping.forget().forEach(this::forget);
        tellWhenRising(tracked, concern);
    }

    private TrackedCluster track(Cluster cluster, HeardConcern concern) {
        TrackedCluster known = clusters.get(KnownClusters.key(cluster));
        int ofDay = customers.count(cluster.id(), concern);
        complaints.add(cluster.id(), concern);
        TrackedCluster tracked =
                new TrackedCluster(
                                cluster, known == null ? new TreeMap<>() : known.customersByDay())
                        .on(concern.day(), ofDay, rule.trend());
        clusters.put(tracked);
        if (cluster.size() >= rule.smallestShown()) {
            changed.add(KnownClusters.key(cluster));
        }
        return tracked;
    }

    private void absorb(Cluster absorbed, Cluster whole) {
        customers.move(absorbed.id(), whole.id());
        complaints.move(absorbed.id(), whole.id());
        clusters.remove(absorbed);
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        customers
                .of(whole.id())
                .byDay()
                .forEach((day, distinct) -> days.put(day, distinct.count()));
        clusters.put(new TrackedCluster(whole, days));
        if (absorbed.size() >= rule.smallestShown()) {
            ObjectNode pointer = Wire.mapper().createObjectNode();
            pointer.put("id", absorbed.id()).put("mergedInto", whole.id());
            context()
                    .forward(
                            FigureRecord.of(
                                    ClusterFigure.VIEW,
                                    new FigureKey(absorbed.id()),
                                    context().currentSystemTimeMs(),
                                    pointer));
        }
    }

    private void forget(Cluster cluster) {
        customers.forget(cluster.id());
        complaints.forget(cluster.id());
        clusters.remove(cluster);
    }

    private void tellWhenRising(TrackedCluster tracked, HeardConcern concern) {
        Trend trend = trend(tracked);
        boolean recent = !concern.day().isBefore(rule.trend().recentSince(clusters.lastDay()));
        if (trend.rising() && recent) {
            RecordedInsight insight =
                    new RecordedInsight(
                            concern.complaint(),
                            concern.at(),
                            new ConcernRising(
                                    new ClusterId(tracked.cluster().id()),
                                    trend.recentCustomers()));
            context().forward(InsightRecord.of(insight));
        }
    }

    private Trend trend(TrackedCluster tracked) {
        return tracked.trend(rule.trend(), clusters.firstDay(), clusters.lastDay());
    }

    private void publish(long now) {
        changed.drain(
                PUBLISHED_AT_ONCE,
                key -> {
                    TrackedCluster tracked = clusters.get(key);
                    if (tracked != null) {
                        context().forward(figure(tracked, now));
                        context().forward(complaintsOf(tracked.cluster(), now));
                    }
                });
    }

    private Record<String, ? extends Message> figure(TrackedCluster tracked, long now) {
        Cluster cluster = tracked.cluster();
        ClusterFigure figure =
                customers
                        .of(cluster.id())
                        .figure(cluster, trend(tracked), clusters.vocabulary().label(cluster));
        return FigureRecord.of(
                ClusterFigure.VIEW,
                new FigureKey(cluster.id()),
                now,
                Wire.mapper().valueToTree(figure));
    }

    private Record<String, ? extends Message> complaintsOf(Cluster cluster, long now) {
        return FigureRecord.of(
                ComplaintsOfCluster.VIEW,
                new FigureKey(cluster.id()),
                now,
                Wire.mapper().valueToTree(complaints.of(cluster.id())));
    }
}
