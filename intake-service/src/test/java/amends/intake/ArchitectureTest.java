package amends.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import amends.intake.normalise.Unclean;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

class ArchitectureTest {

    private static final ArchRule PURE =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "amends.intake.normalise",
                            "amends.intake.recognise",
                            "amends.intake.mapping",
                            "amends.intake.partner",
                            "amends.intake.channel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "org.apache.kafka..",
                            "com.mongodb..",
                            "org.bson..",
                            "jakarta.servlet..")
                    .because("what an input means must not depend on how it came or where it goes");

    private static final ArchRule TIMELESS =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "amends.intake.normalise",
                            "amends.intake.recognise",
                            "amends.intake.mapping",
                            "amends.intake.partner",
                            "amends.intake.channel")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(InstantSource.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class)
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("the same input must always be read in the same way");

    @Test
    void theCoreIsPure() {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("amends.intake");
        PURE.check(classes);
        TIMELESS.check(classes);
    }

    @Test
    void aBadExampleIsFound() {
        JavaClasses bad = new ClassFileImporter().importClasses(Unclean.class);
        assertThat(PURE.evaluate(bad).hasViolation()).isTrue();
        assertThat(TIMELESS.evaluate(bad).hasViolation()).isTrue();
    }
}
