package amends.analytics.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import amends.analytics.Rules;
import amends.analytics.recurrence.RecurrenceRule.Search;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.IdentifiedBy;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class GroupingTest {

    private static final BrandName BRAND = new BrandName("acme");
    private static final List<String> TOLD =
            List.of(
                    "The fan makes a loud rattling noise",
                    "The filter smells of burnt plastic",
                    "Loud rattling noise from the fan",
                    "My order arrived two weeks late",
                    "Burnt plastic smell from the filter",
                    "The fan rattles, a loud noise at night",
                    "The remote control does not react",
                    "My order arrived late, two weeks!");

    private final Words words = new Words();

    @Test
    void theSameInOtherWordsIsOneClusterAndTheRestIsNot() {
        Grouping grouping = grouping(Rules.recurrence());
        List<String> placed = TOLD.stream().map(text -> add(grouping, text)).toList();

        assertThat(placed.get(2)).isEqualTo(placed.get(0)).isEqualTo(placed.get(5));
        assertThat(placed.get(4)).isEqualTo(placed.get(1));
        assertThat(placed.get(7)).isEqualTo(placed.get(3));
        assertThat(List.of(placed.get(0), placed.get(1), placed.get(3), placed.get(6)))
                .doesNotHaveDuplicates();
    }

    @Test
    void japaneseAndChineseConcernsAreGroupedToo() {
        Grouping grouping = grouping(Rules.recurrence());
        String first = add(grouping, "ja", "オルタネーターの不良により、走行中に異音が発生した。");
        String filter = add(grouping, "zh", "空气净化器的过滤网有烧焦的味道");

        assertThat(add(grouping, "ja", "ｵﾙﾀﾈｰﾀｰから異音がする。")).isEqualTo(first);
        assertThat(add(grouping, "ja", "塗装が剥がれた。")).isNotEqualTo(first);
        assertThat(add(grouping, "zh", "净化器过滤网烧焦味道很大")).isEqualTo(filter);
    }

    @Test
    void loadedClustersDecideLikeThoseThatGrewHere() {
        Grouping grown = grouping(Rules.recurrence());
        Vocabulary vocabulary = new Vocabulary();
        Grouping loaded = new Grouping(Rules.recurrence(), vocabulary);
        Map<String, Cluster> clusters = new TreeMap<>();
        for (String text : TOLD) {
            Cluster cluster = grown.add(concern("en", text)).cluster();
            clusters.put(cluster.id(), cluster);
        }
        clusters.values().forEach(cluster -> vocabulary.add(cluster.words().keySet()));
        clusters.values().forEach(loaded::load);

        for (String text : List.of("The fan is loud and makes noise", "No reply to my letter")) {
            assertThat(loaded.add(concern("en", text)).cluster())
                    .isEqualTo(grown.add(concern("en", text)).cluster());
        }
    }

    @Test
    void beyondTheLimitTheOldestThatNobodySharedAreForgotten() {
        RecurrenceRule shipped = Rules.recurrence();
        RecurrenceRule small =
                new RecurrenceRule(
                        shipped.name(),
                        shipped.version(),
                        shipped.likeness(),
                        new Search(8, 300, 24, 3, 100),
                        shipped.trend(),
                        shipped.smallestShown());
        Grouping grouping = grouping(small);
        for (int i = 0; i < 10; i++) {
            add(grouping, "Loud rattling noise from the fan");
            add(grouping, "word" + i + " other" + i + " more" + i);
            grouping.forget();
        }

        assertThat(grouping.size()).isLessThanOrEqualTo(4);
        assertThat(grouping.add(concern("en", "Loud rattling noise from the fan")).cluster().size())
                .isEqualTo(11);
    }

    private String add(Grouping grouping, String text) {
        return add(grouping, "en", text);
    }

    private String add(Grouping grouping, String language, String text) {
        return grouping.add(concern(language, text)).cluster().id();
    }

    private static Grouping grouping(RecurrenceRule rule) {
        return new Grouping(rule, new Vocabulary());
    }

    private HeardConcern concern(String language, String text) {
        return new HeardConcern(
                text,
                ComplaintId.derive(BRAND, new ChannelName("test"), text),
                "CleanAir 300",
                language,
                CustomerId.derive(BRAND, IdentifiedBy.EMAIL, text),
                IdentifiedBy.EMAIL,
                Instant.EPOCH,
                LocalDate.EPOCH,
                words.of(text, language));
    }
}
