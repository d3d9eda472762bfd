package amends.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/// Each rule holds for the contracts, and is seen to fail on a class that breaks it.
class ArchitectureTest {

    private static final JavaClasses CONTRACTS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("amends.contracts");

    private static final ArchRule ONLY_VIEWS_KNOW_A_DATABASE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("amends.contracts.view")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework..");

    private static final ArchRule NOBODY_ASKS_THE_CLOCK =
            noClasses().should().callMethod(Instant.class, "now");

    private static final ArchRule ONLY_CARRIERS_KNOW_KAFKA =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "amends.contracts.wire",
                            "amends.contracts.view",
                            "amends.contracts.stream")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka..");

    /// Neither is on the class path of a service without a topology.
    private static final ArchRule ONLY_TOPOLOGIES_KNOW_STORES =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("amends.contracts.stream")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka.streams..", "org.rocksdb..");

    static class Careless {
        org.apache.kafka.common.TopicPartition partition =
                new org.apache.kafka.common.TopicPartition("t", 0);

        org.rocksdb.Options stores() {
            return new org.rocksdb.Options();
        }

        Object look(MongoDatabase database) {
            return database.getName() + Instant.now();
        }
    }

    @Test
    void holds() {
        ONLY_VIEWS_KNOW_A_DATABASE.check(CONTRACTS);
        NOBODY_ASKS_THE_CLOCK.check(CONTRACTS);
        ONLY_CARRIERS_KNOW_KAFKA.check(CONTRACTS);
        ONLY_TOPOLOGIES_KNOW_STORES.check(CONTRACTS);
    }

    @Test
    void isSeenToFail() {
        JavaClasses careless = new ClassFileImporter().importClasses(Careless.class);
        assertThat(ONLY_VIEWS_KNOW_A_DATABASE.evaluate(careless).hasViolation()).isTrue();
        assertThat(NOBODY_ASKS_THE_CLOCK.evaluate(careless).hasViolation()).isTrue();
        assertThat(ONLY_CARRIERS_KNOW_KAFKA.evaluate(careless).hasViolation()).isTrue();
        assertThat(ONLY_TOPOLOGIES_KNOW_STORES.evaluate(careless).hasViolation()).isTrue();
    }
}
