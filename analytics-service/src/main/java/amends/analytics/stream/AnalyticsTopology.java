package amends.analytics.stream;

import amends.analytics.facts.ComplaintFacts;
import amends.analytics.recurrence.Listening;
import amends.analytics.recurrence.RecurrenceRule;
import amends.analytics.recurrence.TrackedCluster;
import amends.analytics.stream.Finding.ConcernHeard;
import amends.analytics.stream.Finding.CustomerComplained;
import amends.analytics.stream.Finding.PartialTally;
import amends.analytics.tally.Question;
import amends.analytics.tally.Tally;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.figure.Figure;
import amends.contracts.insight.RecordedInsight;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topics;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import java.time.Duration;
import java.util.List;

/// From the log of complaints to figures and insights: the whole topology on one page.
///
/// Facts are kept beside the log's own partitions; what needs other complaints travels on to the
/// partition of its figure, its product or its customer.
public final class AnalyticsTopology {

    private final List<Question> questions;
    private final Listening listening;
    private final RecurrenceRule recurrence;
    private final Duration publishEvery;
    private final int partitions;
    private final int brandsApart;

    /// @param brandsApart how many brands each partition counts apart
    public AnalyticsTopology(
            List<Question> questions,
            Listening listening,
            RecurrenceRule recurrence,
            Duration publishEvery,
            int partitions,
            int brandsApart) {
        this.questions = List.copyOf(questions);
        this.listening = listening;
        this.recurrence = recurrence;
        this.publishEvery = publishEvery;
        this.partitions = partitions;
        this.brandsApart = brandsApart;
    }

    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        stores().forEach(builder::addStateStore);
        KStream<String, Finding> findings = read(builder);
        facts(findings);
        figures(only(findings, PartialTally.class));
        concerns(only(findings, ConcernHeard.class));
        repeatComplaints(only(findings, CustomerComplained.class));
        return builder.build();
    }

    private KStream<String, Finding> read(StreamsBuilder builder) {
        Serde<RecordedEvent> log =
                Serdes.serdeFrom(Topics.COMPLAINTS.serde().serializer(), new LogReader());
        return builder.stream(
                        Topics.COMPLAINTS.name(),
                        Consumed.with(Serdes.String(), log).withName("log"))
                .process(
                        () -> new ComplaintReading(questions, listening, publishEvery, brandsApart),
                        Named.as("read-complaints"),
                        ComplaintReading.FACTS,
                        ComplaintReading.TALLIES,
                        ComplaintReading.CHANGED,
                        ComplaintReading.CHANGED_FACTS);
    }

    private void facts(KStream<String, Finding> findings) {
        findings.process(FactsPublishing::new, Named.as("publish-facts"))
                .to(
                        Topics.FIGURES.name(),
                        Produced.with(Serdes.String(), Topics.FIGURES.serde())
                                .withName("facts-figures"));
    }

    private void figures(KStream<String, PartialTally> tallies) {
        tallies.process(
                        () -> new TallyMerging(questions, publishEvery),
                        Named.as("merge-tallies"),
                        TallyMerging.PARTS,
                        TallyMerging.CHANGED)
                .to(
                        Topics.FIGURES.name(),
                        Produced.with(Serdes.String(), Topics.FIGURES.serde()).withName("figures"));
    }

    private void concerns(KStream<String, ConcernHeard> heard) {
        KStream<String, Message> learned =
                heard.process(
                        () -> new ConcernGathering(recurrence, publishEvery),
                        Named.as("gather-concerns"),
                        ConcernGathering.CLUSTERS,
                        ConcernGathering.CUSTOMERS,
                        ConcernGathering.COMPLAINTS,
                        ConcernGathering.CHANGED);
        learned.filter((key, message) -> message instanceof Figure, Named.as("only-clusters"))
                .mapValues(Figure.class::cast, Named.as("as-clusters"))
                .to(
                        Topics.FIGURES.name(),
                        Produced.with(Serdes.String(), Topics.FIGURES.serde())
                                .withName("clusters-figures"));
        learned.filter(
                        (key, message) -> message instanceof RecordedInsight,
                        Named.as("only-rising"))
                .mapValues(RecordedInsight.class::cast, Named.as("as-rising"))
                .to(
                        Topics.INSIGHTS.name(),
                        Produced.with(Serdes.String(), Topics.INSIGHTS.serde())
                                .withName("rising-insights"));
    }

    private void repeatComplaints(KStream<String, CustomerComplained> complained) {
        complained
                .process(
                        RepeatComplaints::new,
                        Named.as("count-by-customer"),
                        RepeatComplaints.COUNTS)
                .to(
                        Topics.INSIGHTS.name(),
                        Produced.with(Serdes.String(), Topics.INSIGHTS.serde())
                                .withName("customer-insights"));
    }

    private <F extends Finding> KStream<String, F> only(
            KStream<String, Finding> findings, Class<F> type) {
        String name = type.getSimpleName();
        return findings.filter((key, finding) -> type.isInstance(finding), Named.as("only" + name))
                .mapValues(type::cast, Named.as("as" + name))
                .repartition(
                        Repartitioned.with(Serdes.String(), WireSerde.of(type))
                                .withName(name)
                                .withNumberOfPartitions(partitions));
    }

    private static List<StoreBuilder<?>> stores() {
        return List.of(
                onDisk(ComplaintReading.FACTS, WireSerde.of(ComplaintFacts.class)),
                inMemory(ComplaintReading.TALLIES, WireSerde.of(Tally.class)),
                ChangedKeys.store(ComplaintReading.CHANGED),
                ChangedKeys.store(ComplaintReading.CHANGED_FACTS),
                inMemory(TallyMerging.PARTS, WireSerde.of(Tally.class)),
                ChangedKeys.store(TallyMerging.CHANGED),
                onDisk(ConcernGathering.CLUSTERS, WireSerde.of(TrackedCluster.class)),
                onDisk(ConcernGathering.CUSTOMERS, Serdes.ByteArray()),
                onDisk(ConcernGathering.COMPLAINTS, Serdes.ByteArray()),
                ChangedKeys.store(ConcernGathering.CHANGED),
                onDisk(RepeatComplaints.COUNTS, Serdes.Integer()));
    }

    private static <V> StoreBuilder<?> onDisk(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingEnabled();
    }

    private static <V> StoreBuilder<?> inMemory(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withCachingEnabled();
    }
}
