package amends.analytics.stream;

import static org.assertj.core.api.Assertions.assertThat;

import amends.analytics.LogOf;
import amends.analytics.Rules;
import amends.analytics.compliance.Compliance;
import amends.analytics.facts.ComplaintFacts;
import amends.analytics.facts.KnownComplaint;
import amends.analytics.recurrence.ClusterFigure;
import amends.analytics.recurrence.Listening;
import amends.analytics.recurrence.Words;
import amends.analytics.retention.Retention;
import amends.analytics.satisfaction.Satisfaction;
import amends.analytics.tally.Tally;
import amends.analytics.turnaround.Turnaround;
import amends.contracts.complaint.ComplaintEvent.ComplaintMerged;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ComplaintUnmerged;
import amends.contracts.complaint.ComplaintEvent.CustomerRejoined;
import amends.contracts.complaint.ComplaintEvent.CustomerSeparated;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.figure.Figure;
import amends.contracts.figure.FigureView;
import amends.contracts.insight.Insight.ConcernRising;
import amends.contracts.insight.Insight.CustomerComplainsAgain;
import amends.contracts.insight.RecordedInsight;
import amends.contracts.personal.FreeText;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

class AnalyticsTopologyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final Duration ROUND = Duration.ofMillis(500);

    private static final int BRANDS = 3;

    @TempDir Path state;
    @TempDir Path restarted;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> log;
    private TestOutputTopic<String, byte[]> figures;
    private TestOutputTopic<String, byte[]> insights;
    private TestOutputTopic<String, byte[]> deadLetters;

    @BeforeEach
    void start() {
        start(state);
    }

    private void start(Path stores) {
        AnalyticsTopology topology =
                new AnalyticsTopology(
                        List.of(
                                new Satisfaction(ZONE),
                                new Turnaround(Duration.ofDays(30)),
                                new Compliance(),
                                new Retention(Rules.retention(), Duration.ofDays(30))),
                        new Listening(new Words(), ZONE),
                        Rules.recurrence(),
                        ROUND,
                        1,
                        BRANDS);
        Properties configuration = new Properties();
        configuration.putAll(AnalyticsStreams.configuration(stores, "none:1"));
        driver = new TopologyTestDriver(topology.build(), configuration, LogOf.START);
        log =
                driver.createInputTopic(
                        Topics.COMPLAINTS.name(),
                        new StringSerializer(),
                        new ByteArraySerializer());
        figures = output(Topics.FIGURES.name());
        insights = output(Topics.INSIGHTS.name());
        deadLetters = output(Topics.deadLetters(Topics.COMPLAINTS));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void figuresAreWholeDocumentsAndManyChangesBecomeOne() {
        for (int i = 0; i < 10; i++) {
            read(
                    LogOf.complaint("c" + i)
                            .received("It is too loud")
                            .queued("claims")
                            .resolved(i < 5)
                            .answered(true, i < 5 ? 5 : 3, 2, 9)
                            .events());
        }
        advance();

        List<Figure> published = published(Satisfaction.VIEW);
        assertThat(published).extracting(figure -> figure.id().value()).doesNotHaveDuplicates();
        JsonNode overall = latest(Satisfaction.VIEW, published).get("overall/all");
        assertThat(overall.path("answers").intValue()).isEqualTo(10);
        assertThat(overall.path("csatMean").doubleValue()).isEqualTo(4.0);
        assertThat(overall.path("csatTopTwoShare").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void whatIsKnownOfAComplaintAndWhoSharesAConcernArePublishedBesideTheFigures() {
        LogOf one = LogOf.complaint("1").received("The fan makes a loud rattling noise");
        LogOf two =
                LogOf.complaint("2")
                        .after(Duration.ofDays(1))
                        .received("Loud rattling noise from the fan");
        read(one.queued("claims").resolved(true).events());
        read(two.events());
        advance();

        List<Figure> published = published(KnownComplaint.VIEW);
        assertThat(published)
                .extracting(figure -> figure.id().value())
                .containsExactlyInAnyOrder(one.id().value(), two.id().value());
        KnownComplaint known =
                Wire.mapper()
                        .convertValue(
                                latest(KnownComplaint.VIEW, published).get(one.id().value()),
                                KnownComplaint.class);
        assertThat(known.facts().milestones().onTheSpot()).isTrue();
    }

    @Test
    void theSameEventTwiceCountsOnce() {
        List<RecordedEvent> events =
                LogOf.complaint("c").received("It is too loud").resolved(true).events();
        read(events);
        read(events);
        advance();

        JsonNode overall = latest(Turnaround.VIEW).get("overall/all");
        assertThat(overall.path("complaints").intValue()).isEqualTo(1);
        assertThat(overall.path("resolution").path("count").intValue()).isEqualTo(1);
    }

    @Test
    void eachBrandIsCountedApartAndInTheWhole() {
        read(LogOf.complaint("1").brand("A/B").received("Loud").queued("claims").events());
        read(LogOf.complaint("2").brand("A/B").received("Loud").resolved(true).events());
        read(LogOf.complaint("3").brand("C").received("Loud").resolved(true).events());
        read(LogOf.complaint("4").brand("x".repeat(120)).received("Loud").events());
        advance();

        Map<String, JsonNode> waits = latest(Turnaround.VIEW);
        assertThat(waits)
                .containsOnlyKeys(
                        "overall/all",
                        "queue/claims",
                        "@A%2FB/overall/all",
                        "@A%2FB/queue/claims",
                        "@C/overall/all");
        assertThat(waits.get("overall/all").path("complaints").intValue()).isEqualTo(4);
        assertThat(waits.get("overall/all").has("brand")).isFalse();
        JsonNode brand = waits.get("@A%2FB/overall/all");
        assertThat(brand.path("brand").asString()).isEqualTo("A/B");
        assertThat(brand.path("complaints").intValue()).isEqualTo(2);
        assertThat(brand.path("resolution").path("count").intValue()).isEqualTo(1);
    }

    @Test
    void onlySoManyBrandsAreCountedApartAndAllInTheWhole() {
        for (int i = 0; i < 5; i++) {
            read(
                    LogOf.complaint("c" + i)
                            .brand("B" + i)
                            .received("Loud")
                            .queued("claims")
                            .events());
        }
        read(LogOf.complaint("5").brand("B1").received("Loud").events());
        read(LogOf.complaint("6").brand("B4").received("Loud").events());
        advance();

        Map<String, JsonNode> waits = latest(Turnaround.VIEW);
        assertThat(waits.keySet())
                .filteredOn(id -> id.endsWith("overall/all"))
                .containsExactlyInAnyOrder(
                        "overall/all", "@B0/overall/all", "@B1/overall/all", "@B2/overall/all");
        assertThat(waits.get("overall/all").path("complaints").intValue()).isEqualTo(7);
        assertThat(waits.get("@B1/overall/all").path("complaints").intValue()).isEqualTo(2);
    }

    @Test
    void complaintsFromBeforeBrandsWereCountedAreCountedOnce() {
        LogOf going = LogOf.complaint("1").received("Loud").queued("claims");
        List<RecordedEvent> early = going.events();
        List<RecordedEvent> late = going.resolved(true).events();
        read(early);
        read(LogOf.complaint("2").brand("B").received("Hot").resolved(true).events());
        advance();
        figures.readValuesToList();
        Map<String, ComplaintFacts> known = all(ComplaintReading.FACTS);
        Map<String, Tally> before = all(ComplaintReading.TALLIES);
        read(late.subList(early.size(), late.size()));
        advance();
        Map<String, JsonNode> fresh = ofBrands(latest(Turnaround.VIEW));
        Map<String, Tally> counted = all(ComplaintReading.TALLIES);
        driver.close();

        start(restarted);
        KeyValueStore<String, ComplaintFacts> facts =
                driver.getKeyValueStore(ComplaintReading.FACTS);
        KeyValueStore<String, Tally> tallies = driver.getKeyValueStore(ComplaintReading.TALLIES);
        known.forEach(facts::put);
        before.forEach(tallies::put);
        before.keySet().stream()
                .filter(key -> key.contains("@") || key.startsWith(BrandsApart.PREFIX))
                .forEach(tallies::delete);
        tallies.delete(BrandCounting.MARK);
        assertThat(all(ComplaintReading.TALLIES)).hasSizeLessThan(before.size() - 1);

        read(late.subList(early.size(), late.size()));
        advance();
        assertThat(written(all(ComplaintReading.TALLIES))).isEqualTo(written(counted));
        assertThat(ofBrands(latest(Turnaround.VIEW))).containsAllEntriesOf(fresh).isNotEmpty();
    }

    @Test
    void aLongLogIsCountedByBrandPieceByPieceAndEachComplaintOnce() {
        for (int i = 0; i < 5; i++) {
            read(LogOf.complaint("c" + i).received("Loud").events());
        }
        KeyValueStore<String, ComplaintFacts> facts =
                driver.getKeyValueStore(ComplaintReading.FACTS);
        KeyValueStore<String, Tally> tallies = driver.getKeyValueStore(ComplaintReading.TALLIES);
        tallies.delete(BrandCounting.MARK);
        List<String> ids = List.copyOf(new TreeMap<>(all(ComplaintReading.FACTS)).keySet());
        List<ComplaintFacts> counted = new ArrayList<>();

        BrandCounting first = new BrandCounting(facts, tallies, 2);
        assertThat(ids).noneMatch(first::hasReached);
        first.goOn(counted::add);
        assertThat(ids).filteredOn(first::hasReached).isEqualTo(ids.subList(0, 2));

        BrandCounting second = new BrandCounting(facts, tallies, 2);
        second.goOn(counted::add);
        assertThat(ids).filteredOn(second::hasReached).isEqualTo(ids.subList(0, 4));
        for (int i = 0; i < 3; i++) {
            second.goOn(counted::add);
        }
        assertThat(ids).allMatch(second::hasReached);
        assertThat(counted).hasSize(5);
        BrandCounting third = new BrandCounting(facts, tallies, 2);
        third.goOn(counted::add);
        assertThat(ids).allMatch(third::hasReached);
        assertThat(counted).hasSize(5);
    }

    private static Map<String, JsonNode> ofBrands(Map<String, JsonNode> figures) {
        Map<String, JsonNode> ofBrands = new TreeMap<>(figures);
        ofBrands.keySet().removeIf(id -> !id.startsWith("@"));
        return ofBrands;
    }

    private static Map<String, String> written(Map<String, Tally> tallies) {
        Map<String, String> written = new TreeMap<>();
        tallies.forEach(
                (key, tally) ->
                        written.put(key, new String(Wire.write(tally), StandardCharsets.UTF_8)));
        return written;
    }

    private <V> Map<String, V> all(String store) {
        Map<String, V> values = new HashMap<>();
        try (KeyValueIterator<String, V> all = driver.<String, V>getKeyValueStore(store).all()) {
            all.forEachRemaining(each -> values.put(each.key, each.value));
        }
        return values;
    }

    @Test
    void concernsInOtherWordsAreOneClusterCountedByDistinctCustomers() {
        read(told("c1", "ana", "The fan makes a loud rattling noise", 0));
        read(told("c2", "ben", "Loud rattling noise from the fan", 0));
        read(told("c3", "ben", "The fan still makes a rattling, loud noise!", 1));
        read(told("c4", "eve", "My parcel arrived without the invoice", 1));
        advance();

        Map<String, JsonNode> clusters = latest(ClusterFigure.VIEW);
        assertThat(clusters).hasSize(1);
        JsonNode cluster = clusters.values().iterator().next();
        assertThat(cluster.path("concerns").intValue()).isEqualTo(3);
        assertThat(cluster.path("distinctCustomers").intValue()).isEqualTo(2);
        assertThat(cluster.path("distinctBy").path("EMAIL").intValue()).isEqualTo(2);
        assertThat(cluster.path("days").size()).isEqualTo(2);
        assertThat(cluster.path("months").path(0).path("period").asString()).isEqualTo("2026-03");
        assertThat(cluster.path("months").path(0).path("distinctCustomers").intValue())
                .isEqualTo(2);
        assertThat(cluster.path("label").asString()).contains("rattling", "noise");
    }

    @Test
    void theSameWordsAboutAnotherProductAreAnotherConcern() {
        read(LogOf.complaint("1").received("The fan rattles loudly").events());
        read(LogOf.complaint("2").received("The fan rattles loudly").events());
        read(LogOf.complaint("3").product("Dryer").received("The fan rattles loudly").events());
        read(LogOf.complaint("4").product("Dryer").received("The fan rattles loudly").events());
        advance();

        assertThat(latest(ClusterFigure.VIEW).values())
                .extracting(cluster -> cluster.path("product").asString())
                .containsExactlyInAnyOrder("CleanAir 300", "Dryer");
    }

    @Test
    void aConcernThatManyShareAtOnceIsRising() {
        read(told("old", "zoe", "The invoice was wrong", -80));
        for (int i = 0; i < 5; i++) {
            read(told("c" + i, "customer " + i, "The fan makes a loud rattling noise", i));
        }
        advance();

        assertThat(latest(ClusterFigure.VIEW).values())
                .extracting(cluster -> cluster.path("trend").path("rising").booleanValue())
                .containsExactly(true);
        assertThat(insights())
                .extracting(RecordedInsight::insight)
                .filteredOn(ConcernRising.class::isInstance)
                .isNotEmpty();
    }

    @Test
    void aSecondComplaintOfACustomerIsToldUnlessNobodyKnowsHim() {
        for (IdentifiedBy how : List.of(IdentifiedBy.EMAIL, IdentifiedBy.CONTACT_ALONE)) {
            read(LogOf.complaint(how + "1").customer("ana", how).received("Too loud").events());
            read(LogOf.complaint(how + "2").customer("ana", how).received("Broken").events());
        }

        assertThat(insights())
                .extracting(RecordedInsight::insight)
                .containsExactly(new CustomerComplainsAgain(2));
    }

    @Test
    void aMergedComplaintDoesNotCountAndCountsAgainWhenThatIsUndone() {
        LogOf survivor = LogOf.complaint("survivor").received("It is too loud").queued("claims");
        LogOf duplicate = LogOf.complaint("duplicate").received("Too loud").queued("claims");
        LogOf merged = duplicate.answered(true, 5, 2, 9);
        read(survivor.events());
        read(merged.events());
        advance();
        assertThat(complaintsAndAnswers()).containsExactly(2, 2, 1);

        read(merged.agent(new ComplaintMerged(survivor.id())).events());
        advance();
        assertThat(complaintsAndAnswers()).containsExactly(1, 1, 0);

        FreeText reason = new FreeText("Two matters");
        read(merged.agent(new ComplaintUnmerged(survivor.id(), reason)).events());
        advance();
        assertThat(complaintsAndAnswers()).containsExactly(2, 2, 1);
    }

    private List<Integer> complaintsAndAnswers() {
        List<Figure> published =
                figures.readValuesToList().stream()
                        .map(value -> Wire.read(value, Figure.class))
                        .toList();
        return List.of(
                overall(Turnaround.VIEW, published).path("complaints").intValue(),
                overall(Retention.VIEW, published).path("complaints").intValue(),
                overall(Satisfaction.VIEW, published).path("answers").intValue());
    }

    private static JsonNode overall(FigureView view, List<Figure> published) {
        return latest(view, published.stream().filter(each -> each.view().equals(view)).toList())
                .get("overall/all");
    }

    @Test
    void aMergedComplaintIsNoSecondOneOfItsCustomer() {
        LogOf first = LogOf.complaint("one").customer("ana", IdentifiedBy.EMAIL).received("Loud");
        LogOf second = LogOf.complaint("two").customer("ana", IdentifiedBy.EMAIL).received("Loud");
        read(first.events());
        read(second.agent(new ComplaintMerged(first.id())).events());
        insights();
        read(LogOf.complaint("3").customer("ana", IdentifiedBy.EMAIL).received("Hot").events());
        assertThat(insights())
                .extracting(RecordedInsight::insight)
                .containsExactly(new CustomerComplainsAgain(2));
    }

    @Test
    void whoeverIsToldApartCountsForHimselfUntilThatIsTakenBack() {
        LogOf first = LogOf.complaint("one").customer("ana", IdentifiedBy.EMAIL).received("Loud");
        LogOf second = LogOf.complaint("two").customer("ana", IdentifiedBy.EMAIL).received("Loud");
        CustomerId ana = customer(first);
        CustomerId own = CustomerId.ofComplaint(second.id());
        FreeText reason = new FreeText("Her brother");
        read(first.events());
        read(second.events());
        read(second.agent(new CustomerSeparated(own, ana, reason)).events());
        insights();
        LogOf third = LogOf.complaint("3").customer("ana", IdentifiedBy.EMAIL).received("Hot");
        read(third.events());
        assertThat(insights())
                .extracting(RecordedInsight::insight)
                .containsExactly(new CustomerComplainsAgain(2));
        read(second.agent(new CustomerRejoined(ana, own, reason)).events());
        assertThat(insights()).as("which of hers it is, workflow tells").isEmpty();
        read(LogOf.complaint("4").customer("ana", IdentifiedBy.EMAIL).received("Wet").events());
        assertThat(insights())
                .extracting(RecordedInsight::insight)
                .containsExactly(new CustomerComplainsAgain(4));
    }

    private static CustomerId customer(LogOf complaint) {
        return ((ComplaintReceived) complaint.events().getFirst().event()).customer().id();
    }

    @Test
    void whatCannotBeUsedGoesToTheDeadLettersAndItsNeighboursGoThrough() {
        read(LogOf.complaint("1").received("Too loud").events());
        log.pipeInput("poison", "not json".getBytes(StandardCharsets.UTF_8));
        log.pipeInput(
                new TestRecord<>(
                        "future",
                        "{\"complaintId\":\"00000000000A\",\"version\":2,\"at\":\"2026-03-02T01:00:00Z\",\"actor\":{\"kind\":\"AGENT\",\"name\":\"a\"},\"event\":{\"type\":\"ComplaintSung\"}}"
                                .getBytes(StandardCharsets.UTF_8),
                        new RecordHeaders()
                                .add("ce_type", CloudEventHeaders.utf8("amends.ComplaintSung"))));
        read(LogOf.complaint("orphan").received("a").resolved(true).events().subList(1, 2));
        read(LogOf.complaint("2").received("Too loud").events());
        advance();

        assertThat(deadLetters.readRecordsToList())
                .extracting(TestRecord::key)
                .containsExactly(LogOf.complaint("orphan").id().value());
        assertThat(latest(Turnaround.VIEW).get("overall/all").path("complaints").intValue())
                .isEqualTo(2);
    }

    private List<RecordedEvent> told(String complaint, String customer, String text, int day) {
        return LogOf.complaint(complaint)
                .customer(customer, IdentifiedBy.EMAIL)
                .at(LogOf.START.plus(Duration.ofDays(day)))
                .received(text)
                .events();
    }

    private void read(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            var sent = Topics.COMPLAINTS.record(event);
            log.pipeInput(
                    new TestRecord<>(sent.key(), sent.value(), sent.headers(), (Instant) null));
        }
    }

    private void advance() {
        driver.advanceWallClockTime(ROUND.multipliedBy(2));
        driver.advanceWallClockTime(ROUND.multipliedBy(2));
    }

    private List<Figure> published(FigureView view) {
        return figures.readValuesToList().stream()
                .map(value -> Wire.read(value, Figure.class))
                .filter(figure -> figure.view().equals(view))
                .toList();
    }

    private Map<String, JsonNode> latest(FigureView view) {
        return latest(view, published(view));
    }

    private static Map<String, JsonNode> latest(FigureView view, List<Figure> published) {
        Map<String, JsonNode> latest = new TreeMap<>();
        published.forEach(figure -> latest.put(figure.id().value(), figure.document()));
        return latest;
    }

    private List<RecordedInsight> insights() {
        return insights.readValuesToList().stream()
                .map(value -> Wire.read(value, RecordedInsight.class))
                .toList();
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(
                topic, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
