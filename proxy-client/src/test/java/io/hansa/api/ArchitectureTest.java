package io.hansa.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.hansa.checks.ArchitectureChecks;

/** The rules of all modules. Each rule fails, too, when it finds nothing to look at. */
@AnalyzeClasses(packages = "io.hansa.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesAreNamedAfterFeatures =
            ArchitectureChecks.packagesAreNamedAfterFeatures();

    @ArchTest
    static final ArchRule onlyTheJdkIsNeeded =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.hansa.api.iiop..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages("java..", "io.hansa.api..");

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
