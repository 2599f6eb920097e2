package io.hansa.proxy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.hansa.checks.ArchitectureChecks;
import io.hansa.connector.PendingReply;
import io.hansa.proxy.configuration.DatabaseClock;
import jakarta.persistence.Entity;

/** What may know what. Each rule fails, too, where it finds nothing to look at. */
@AnalyzeClasses(packages = "io.hansa.proxy", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String PROXY = "io.hansa.proxy.";

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.hansa.proxy.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule entitiesDoNotLeaveTheirPackage =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule nothingKnowsHttpOrPages =
            noClasses()
                    .that()
                    .resideInAPackage("io.hansa.proxy..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.hansa.web..", "jakarta.servlet..", "jakarta.faces..");

    @ArchTest
    static final ArchRule onlyFederationSpeaksRest =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(PROXY + "federation")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.ws.rs..", "org.eclipse.microprofile.rest..");

    @ArchTest
    static final ArchRule fewKnowTheConnector =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            PROXY + "registration",
                            PROXY + "federation",
                            PROXY + "pipeline",
                            PROXY + "inbound",
                            PROXY + "workbench",
                            PROXY + "probe")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.hansa.connector..")
                                    .and(not(resideInAPackage("io.hansa.connector.text")))
                                    .and(not(belongToAnyOf(PendingReply.class))));

    @ArchTest
    static final ArchRule documentsAreReadAsTextIs =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(PROXY + "registration", PROXY + "document")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.hansa.connector.text");

    @ArchTest
    static final ArchRule onlyRegistryFeaturesKnowTheDatabase =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            PROXY + "administration",
                            PROXY + "registry",
                            PROXY + "account",
                            PROXY + "breaker",
                            PROXY + "override",
                            PROXY + "permission",
                            PROXY + "capability",
                            PROXY + "registration",
                            PROXY + "federation",
                            PROXY + "signing",
                            PROXY + "audit")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

    @ArchTest
    static final ArchRule pipelineUsesNoDatabaseAndNoTransaction =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            PROXY + "pipeline",
                            PROXY + "routing",
                            PROXY + "protection",
                            PROXY + "token",
                            PROXY + "authentication",
                            PROXY + "assistance")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.persistence..",
                            "java.sql..",
                            "javax.sql..",
                            "jakarta.transaction..");

    @ArchTest
    static final ArchRule packagesAreNamedAfterFeatures =
            ArchitectureChecks.packagesAreNamedAfterFeatures();

    @ArchTest
    static final ArchRule jsonLibraryIsLookedUpOnce =
            ArchitectureChecks.jsonLibraryIsLookedUpOnce();

    @ArchTest
    static final ArchRule machinesClockIsReadOnce =
            ArchitectureChecks.machinesClockIsReadOnce(DatabaseClock.class);

    @ArchTest
    static final ArchRule logsAreWrittenThroughOneApi = ArchitectureChecks.oneLoggingApi();

    @ArchTest
    static void parametersAreAtMostSix(JavaClasses classes) {
        ArchitectureChecks.checkParameters(
                classes,
                "Account",
                "AuditRecord",
                "BreakerLimits",
                "BusinessServer",
                "Capability",
                "League",
                "OutboundRequest",
                "Peer",
                "Registry",
                "ServiceRequest",
                "TraceRecord");
    }

    @ArchTest
    static void nothingDecidesByNamesOfClasses(JavaClasses classes) {
        ArchitectureChecks.checkClassNames(classes);
    }
}
