package amends.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

/// Each rule holds for the gateway, and is seen to fail on a class that breaks it.
class ArchitectureTest {

    private static final JavaClasses GATEWAY =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("amends.gateway");

    private static final ArchRule ONLY_ACCESS_ASKS_WHO_IT_IS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("amends.gateway.access")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.security.core..");

    private static final ArchRule ONLY_ROUTES_CALL_SERVICES =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("amends.gateway.route")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.hc..");

    static class Careless {
        Object ask() {
            return SecurityContextHolder.getContext();
        }

        Object call() {
            return org.apache.hc.client5.http.impl.classic.HttpClients.createDefault();
        }
    }

    @Test
    void holds() {
        ONLY_ACCESS_ASKS_WHO_IT_IS.check(GATEWAY);
        ONLY_ROUTES_CALL_SERVICES.check(GATEWAY);
        slices().matching("amends.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
    }

    @Test
    void isSeenToFail() {
        JavaClasses careless = new ClassFileImporter().importClasses(Careless.class);
        assertThat(ONLY_ACCESS_ASKS_WHO_IT_IS.evaluate(careless).hasViolation()).isTrue();
        assertThat(ONLY_ROUTES_CALL_SERVICES.evaluate(careless).hasViolation()).isTrue();
    }
}
