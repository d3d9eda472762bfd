package amends.workflow.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/// Deciding is pure: no framework, no clock, no chance. Each rule is seen to fail.
class PureCoreTest {

    private static final String[] PURE = {
        "amends.workflow.complaint..",
        "amends.workflow.sla..",
        "amends.workflow.priority..",
        "amends.workflow.routing..",
        "amends.workflow.authority..",
        "amends.workflow.quality..",
        "amends.workflow.words..",
        "amends.workflow.typology..",
        "amends.workflow.playbook..",
        "amends.workflow.policy.."
    };

    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(
                            "amends.workflow.complaint",
                            "amends.workflow.sla",
                            "amends.workflow.priority",
                            "amends.workflow.routing",
                            "amends.workflow.authority",
                            "amends.workflow.quality",
                            "amends.workflow.words",
                            "amends.workflow.typology",
                            "amends.workflow.playbook",
                            "amends.workflow.policy");

    private static final DescribedPredicate<JavaMethodCall> ASKS_FOR_THE_TIME =
            DescribedPredicate.describe(
                    "ask for the time",
                    call ->
                            (call.getName().equals("now")
                                            && call.getTargetOwner()
                                                    .getPackageName()
                                                    .equals("java.time"))
                                    || call.getName().equals("currentTimeMillis")
                                    || call.getName().equals("nanoTime"));

    private static final ArchRule NO_FRAMEWORK =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "org.apache.kafka..",
                            "com.mongodb..",
                            "org.bson..");

    private static final ArchRule NO_CLOCK =
            noClasses().should().callMethodWhere(ASKS_FOR_THE_TIME);

    private static final ArchRule NO_CLOCK_OBJECT =
            noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class);

    private static final ArchRule NO_CHANCE =
            noClasses().should().dependOnClassesThat().areAssignableTo(Random.class);

    private static final ArchRule NO_SHELL =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            DescribedPredicate.describe(
                                    "reside in the shell",
                                    type ->
                                            type.getPackageName().startsWith("amends.workflow")
                                                    && !isPure(type.getPackageName())));

    private static boolean isPure(String packageName) {
        for (String pure : PURE) {
            if ((packageName + ".").startsWith(pure.substring(0, pure.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    @Component
    static class Careless {
        final KeyValue<String, String> pair = new KeyValue<>("k", "v");
        final Random random = new Random(1);

        Instant look(Clock clock) {
            return random.nextBoolean() ? Instant.now() : clock.instant();
        }

        PureCoreTest shell() {
            return new PureCoreTest();
        }
    }

    @Test
    void holds() {
        NO_FRAMEWORK.check(CORE);
        NO_CLOCK.check(CORE);
        NO_CLOCK_OBJECT.check(CORE);
        NO_CHANCE.check(CORE);
        NO_SHELL.check(CORE);
        slices().matching("amends.workflow.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void isSeenToFail() {
        JavaClasses careless = new ClassFileImporter().importClasses(Careless.class);
        assertThat(NO_FRAMEWORK.evaluate(careless).hasViolation()).isTrue();
        assertThat(NO_CLOCK.evaluate(careless).hasViolation()).isTrue();
        assertThat(NO_CLOCK_OBJECT.evaluate(careless).hasViolation()).isTrue();
        assertThat(NO_CHANCE.evaluate(careless).hasViolation()).isTrue();
        assertThat(NO_SHELL.evaluate(careless).hasViolation()).isTrue();
    }
}
