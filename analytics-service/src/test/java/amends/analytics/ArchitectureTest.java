package amends.analytics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/// What the questions may know. Their folds are pure; only queries, and the ranking they read, meet
/// Spring and MongoDB.
class ArchitectureTest {

    private static final String QUESTIONS =
            ".*(Query|Query\\$.*|ClusterRanking|ClusterRanking\\$.*)";

    static final ArchRule FOLDS_ARE_PURE =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "amends.analytics.facts..",
                            "amends.analytics.tally..",
                            "amends.analytics.satisfaction..",
                            "amends.analytics.compliance..",
                            "amends.analytics.turnaround..",
                            "amends.analytics.retention..",
                            "amends.analytics.recurrence..")
                    .and()
                    .haveNameNotMatching(QUESTIONS)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "org.springframework..",
                                    "org.apache.kafka..",
                                    "com.mongodb..",
                                    "org.bson..",
                                    "amends.analytics.stream..",
                                    "amends.analytics.view.."));

    static final ArchRule FOLDS_DO_NOT_ASK_THE_CLOCK =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("amends.analytics.stream..")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    static final ArchRule THE_TOPOLOGY_KNOWS_NO_DATABASE =
            classes()
                    .that()
                    .resideInAPackage("amends.analytics.stream..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackages("com.mongodb..", "amends.analytics.view..");

    private final JavaClasses product =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("amends.analytics");

    @Test
    void theProductKeepsTheRules() {
        FOLDS_ARE_PURE.check(product);
        FOLDS_DO_NOT_ASK_THE_CLOCK.check(product);
        THE_TOPOLOGY_KNOWS_NO_DATABASE.check(product);
    }

    @Test
    void theRulesCanFail() {
        JavaClasses bad =
                new ClassFileImporter()
                        .importClasses(
                                amends.analytics.facts.BadFold.class,
                                amends.analytics.stream.BadTopology.class);

        assertThat(FOLDS_ARE_PURE.evaluate(bad).hasViolation()).isTrue();
        assertThat(FOLDS_DO_NOT_ASK_THE_CLOCK.evaluate(bad).hasViolation()).isTrue();
        assertThat(THE_TOPOLOGY_KNOWS_NO_DATABASE.evaluate(bad).hasViolation()).isTrue();
    }
}
