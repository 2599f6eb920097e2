package io.hansa.connector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.hansa.checks.ArchitectureChecks;

/** The rules of all modules. Each rule fails, too, when it finds nothing to look at. */
@AnalyzeClasses(
        packages = "io.hansa.connector",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesAreNamedAfterFeatures =
            ArchitectureChecks.packagesAreNamedAfterFeatures();

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.hansa.connector.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingKnowsAccountsOrServlets =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.hansa.proxy..", "io.hansa.web..", "jakarta.servlet..")
                    .allowEmptyShould(false);

    @ArchTest
    static final ArchRule logsAreWrittenThroughOneApi = ArchitectureChecks.oneLoggingApi();

    @ArchTest
    static void parametersAreAtMostSix(JavaClasses classes) {
        ArchitectureChecks.checkParameters(
                classes, "ChannelStatus", "ListenerSettings", "PacedConnecting", "ServerTarget");
    }

    @ArchTest
    static void nothingDecidesByNamesOfClasses(JavaClasses classes) {
        ArchitectureChecks.checkClassNames(classes);
    }
}
