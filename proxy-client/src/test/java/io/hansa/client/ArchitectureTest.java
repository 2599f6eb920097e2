package io.hansa.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.hansa.checks.ArchitectureChecks;

/** The rules of the client library. Each rule fails, too, when it finds nothing to look at. */
@AnalyzeClasses(
        packages = "io.hansa.client",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestKit.class})
class ArchitectureTest {
    /** The test kit is a module of its own, whose package lies below. */
    static final class NoTestKit implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("client-testkit");
        }
    }

    @ArchTest
    static final ArchRule onlyTheJdkIsNeeded =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(
                            "java..", "javax..", "io.hansa.api", "io.hansa.client..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.hansa.client.(*)..").should().beFreeOfCycles();

    /** A virtual thread that waits in one keeps its carrier (JEP 444). */
    @ArchTest
    static final ArchRule nothingIsSynchronized =
            ArchRuleDefinition.noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED);

    @ArchTest
    static final ArchRule packagesAreNamedAfterFeatures =
            ArchitectureChecks.packagesAreNamedAfterFeatures();

    @ArchTest
    static final ArchRule logsAreWrittenThroughOneApi = ArchitectureChecks.oneLoggingApi();

    @ArchTest
    static void parametersAreAtMostSix(JavaClasses classes) {
        ArchitectureChecks.checkParameters(classes);
    }

    @ArchTest
    static void nothingDecidesByNamesOfClasses(JavaClasses classes) {
        ArchitectureChecks.checkClassNames(classes);
    }
}
