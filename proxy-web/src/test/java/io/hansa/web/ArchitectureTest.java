package io.hansa.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.hansa.checks.ArchitectureChecks;

/** What the web module may know. Each rule fails, too, where it finds nothing to look at. */
@AnalyzeClasses(packages = "io.hansa.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.hansa.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingHereKnowsTheDatabase =
            noClasses()
                    .that()
                    .resideInAPackage("io.hansa.web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.persistence..",
                            "jakarta.transaction..",
                            "org.hibernate..",
                            "java.sql..",
                            "javax.sql..");

    @ArchTest
    static final ArchRule nothingHereKnowsRowsOfTables =
            noClasses()
                    .that()
                    .resideInAPackage("io.hansa.web..")
                    .should()
                    .dependOnClassesThat()
                    .haveSimpleNameEndingWith("Row");

    @ArchTest
    static final ArchRule nothingHereSpeaksToBusinessServers =
            noClasses()
                    .that()
                    .resideInAPackage("io.hansa.web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.hansa.connector..");

    @ArchTest
    static final ArchRule packagesAreNamedAfterFeatures =
            ArchitectureChecks.packagesAreNamedAfterFeatures();

    @ArchTest
    static final ArchRule jsonLibraryIsLookedUpOnce =
            ArchitectureChecks.jsonLibraryIsLookedUpOnce();

    @ArchTest
    static final ArchRule machinesClockIsNotRead = ArchitectureChecks.machinesClockIsReadOnce();

    @ArchTest
    static final ArchRule logsAreWrittenThroughOneApi =
            ArchitectureChecks.oneLoggingApi("io.hansa.web.containerlog");

    @ArchTest
    static void parametersAreAtMostSix(JavaClasses classes) {
        ArchitectureChecks.checkParameters(classes);
    }

    @ArchTest
    static void nothingDecidesByNamesOfClasses(JavaClasses classes) {
        ArchitectureChecks.checkClassNames(classes);
    }
}
