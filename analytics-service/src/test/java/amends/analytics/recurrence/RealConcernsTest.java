package amends.analytics.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import amends.analytics.Rules;
import amends.analytics.recurrence.Grouping.Placement;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.IdentifiedBy;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// How good the grouping is on concerns that real people wrote. The floors are what it reaches; a
/// change that falls below them makes it worse.
class RealConcernsTest {

    private static final BrandName BRAND = new BrandName("test");

    private final Words words = new Words();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, Grouping> byProduct = new HashMap<>();
    private final Map<String, Cluster> clusters = new HashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();

    @Test
    void labelledBankingQuestionsKeepToThemselves() throws IOException {
        List<CSVRecord> rows = new ArrayList<>(rows("en-banking77/train.csv"));
        Collections.shuffle(rows, new Random(7));
        Map<String, String> placed = new HashMap<>();
        long start = cpuNanos();
        for (CSVRecord row : rows) {
            String id = "r" + row.getRecordNumber();
            placed.put(id, add(concern(id, "bank", "en", words.of(row.get("text"), "en"))).id());
        }
        long perSecond = perSecond(rows.size(), start);
        Map<String, Map<String, Integer>> labelsOfCluster = new HashMap<>();
        for (CSVRecord row : rows) {
            labelsOfCluster
                    .computeIfAbsent(
                            root(placed.get("r" + row.getRecordNumber())), _ -> new HashMap<>())
                    .merge(row.get("category"), 1, Integer::sum);
        }
        Agreement agreement = Agreement.of(labelsOfCluster.values());
        System.out.println(
                "banking77: "
                        + clusters.size()
                        + " clusters, "
                        + agreement
                        + ", "
                        + perSecond
                        + "/s of CPU time");

        assertThat(agreement.precision()).isGreaterThan(0.55);
        assertThat(agreement.homogeneity()).isGreaterThan(0.85);
        assertThat(agreement.vMeasure()).isGreaterThan(0.65);
    }

    @Test
    void vehicleOwnersComplainOfTheSameDefectInOtherWords() throws IOException {
        List<CSVRecord> rows = rows("ja-mlit-defects/mlit_2021.csv");
        words.of("辞書", "ja");
        Map<String, String> defects = new HashMap<>();
        long start = cpuNanos();
        for (CSVRecord row : rows) {
            String product = row.get("車名") + " " + row.get("通称名");
            String text = row.get("不具合装置") + "\n" + row.get("申告内容の要約");
            String id = "r" + row.getRecordNumber();
            Cluster cluster = add(concern(id, product, "ja", words.of(text, "ja")));
            if (product.equals("ニッサン セレナ") && text.contains("オルタネータ")) {
                defects.put(id, cluster.id());
            }
        }
        long perSecond = perSecond(rows.size(), start);
        List<Cluster> largest =
                clusters.values().stream()
                        .sorted(Comparator.comparingInt(Cluster::size).reversed())
                        .limit(30)
                        .toList();
        largest.forEach(
                cluster ->
                        System.out.println(
                                "  "
                                        + cluster.size()
                                        + " "
                                        + cluster.product()
                                        + ": "
                                        + String.join(" ", vocabulary.label(cluster))));
        Cluster first = largest.getFirst();
        long together = defects.values().stream().filter(id -> root(id).equals(first.id())).count();
        System.out.println(
                "mlit_2021: "
                        + clusters.size()
                        + " clusters, alternator "
                        + together
                        + " of "
                        + defects.size()
                        + ", "
                        + perSecond
                        + "/s of CPU time");

        assertThat(first.product()).isEqualTo("ニッサン セレナ");
        assertThat(vocabulary.label(first)).contains("オルタネーター", "異音");
        assertThat(together).isGreaterThan(defects.size() * 3L / 4);
        assertThat(first.size() - together).isLessThanOrEqualTo(3);
    }

    private Cluster add(HeardConcern concern) {
        Placement placement =
                byProduct
                        .computeIfAbsent(
                                concern.product(),
                                _ -> new Grouping(Rules.recurrence(), vocabulary))
                        .add(concern);
        clusters.put(placement.cluster().id(), placement.cluster());
        if (placement.absorbed() != null) {
            clusters.remove(placement.absorbed().id());
            mergedInto.put(placement.absorbed().id(), placement.cluster().id());
        }
        return placement.cluster();
    }

    private String root(String cluster) {
        String whole = mergedInto.get(cluster);
        return whole == null ? cluster : root(whole);
    }

    private static HeardConcern concern(
            String id, String product, String language, List<Term> terms) {
        return new HeardConcern(
                id,
                ComplaintId.derive(BRAND, new ChannelName("test"), id),
                product,
                language,
                CustomerId.derive(BRAND, IdentifiedBy.CONTACT_ALONE, id),
                IdentifiedBy.CONTACT_ALONE,
                Instant.EPOCH,
                LocalDate.EPOCH,
                terms);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long perSecond(int count, long start) {
        return count * 1_000_000_000L / (cpuNanos() - start);
    }

    private static List<CSVRecord> rows(String file) throws IOException {
        Path path = Path.of(System.getProperty("amends.shared.data", "")).resolve(file);
        assumeTrue(Files.exists(path), "needs the shared data " + file);
        try (CSVParser parser =
                CSVParser.parse(
                        path,
                        StandardCharsets.UTF_8,
                        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return parser.getRecords();
        }
    }

    /// How far clusters agree with labels.
    ///
    /// @param precision of two concerns in one cluster, how many pairs have the same label
    /// @param recall of two concerns with the same label, how many pairs are in one cluster
    record Agreement(double precision, double recall, double homogeneity, double vMeasure) {

        static Agreement of(Collection<Map<String, Integer>> labelsOfClusters) {
            double together = 0;
            double same = 0;
            double labelsGivenCluster = 0;
            double clusters = 0;
            Map<String, Integer> labels = new HashMap<>();
            int all =
                    labelsOfClusters.stream()
                            .flatMap(counts -> counts.values().stream())
                            .mapToInt(Integer::intValue)
                            .sum();
            for (Map<String, Integer> counts : labelsOfClusters) {
                int size = counts.values().stream().mapToInt(Integer::intValue).sum();
                together += pairs(size);
                clusters -= (double) size / all * Math.log((double) size / all);
                for (Map.Entry<String, Integer> label : counts.entrySet()) {
                    same += pairs(label.getValue());
                    labelsGivenCluster -=
                            (double) label.getValue()
                                    / all
                                    * Math.log((double) label.getValue() / size);
                    labels.merge(label.getKey(), label.getValue(), Integer::sum);
                }
            }
            double ofLabels = 0;
            double samePossible = 0;
            for (int size : labels.values()) {
                samePossible += pairs(size);
                ofLabels -= (double) size / all * Math.log((double) size / all);
            }
            double homogeneity = 1 - labelsGivenCluster / ofLabels;
            double completeness = 1 - (labelsGivenCluster + clusters - ofLabels) / clusters;
            return new Agreement(
                    same / together,
                    same / samePossible,
                    homogeneity,
                    2 * homogeneity * completeness / (homogeneity + completeness));
        }

        private static double pairs(double size) {
            return size * (size - 1) / 2;
        }
    }
}
