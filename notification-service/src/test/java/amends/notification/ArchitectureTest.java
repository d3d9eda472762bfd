package amends.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// The rules of the house, each seen to fail on a bad example.
class ArchitectureTest {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("amends.notification");
    private static final JavaClasses BAD =
            new ClassFileImporter().importPackages("amends.notification.bad");

    static List<ArchRule> rules() {
        return List.of(
                noClasses()
                        .that()
                        .resideInAnyPackage("..rule..", "..template..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework..", "com.mongodb..", "jakarta.mail..")
                        .because("rules and letters are pure"),
                noClasses()
                        .that()
                        .resideInAnyPackage("..rule..", "..template..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.apache.kafka..")
                        .because("rules and letters are pure"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("amends.notification")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC")
                        .because("time is handed in"),
                noClasses()
                        .that()
                        .resideInAPackage("..rule..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "amends.notification.stream..",
                                "amends.notification.delivery..",
                                "amends.notification.log..",
                                "amends.notification.survey..",
                                "amends.notification.template..",
                                "org.springframework..")
                        .because("rules do not know who applies them"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isSeenToFail(ArchRule rule) {
        assertThat(rule.evaluate(BAD).hasViolation()).isTrue();
    }
}
