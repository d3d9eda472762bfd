package amends.workflow.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import amends.workflow.stream.ComplaintStreams;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

/// The shell looks in one direction: web asks stream and view, which know nothing of web or of each
/// other.
class ShellTest {

    private static final JavaClasses SHELL =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("amends.workflow");

    private static ArchRule apart(String from, String to) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(to);
    }

    @Test
    void streamKnowsNeitherWebNorView() {
        apart("amends.workflow.stream", "amends.workflow.web").check(SHELL);
        apart("amends.workflow.stream", "amends.workflow.view").check(SHELL);
    }

    @Test
    void viewKnowsNeitherWebNorStream() {
        apart("amends.workflow.view", "amends.workflow.web").check(SHELL);
        apart("amends.workflow.view", "amends.workflow.stream").check(SHELL);
    }

    @Test
    void theRuleFindsAnOffender() {
        JavaClasses offender =
                new ClassFileImporter().importClasses(Offender.class, ComplaintStreams.class);
        assertThat(
                        apart("amends.workflow.architecture", "amends.workflow.stream")
                                .evaluate(offender)
                                .hasViolation())
                .isTrue();
    }

    record Offender(ComplaintStreams streams) {}
}
