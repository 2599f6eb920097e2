package io.hansa.checks;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Rules that hold in every module. Each rule fails, too, when it finds nothing to look at. */
public final class ArchitectureChecks {
    private static final int MAX_PARAMETERS = 6;

    private ArchitectureChecks() {}

    public static ArchRule packagesAreNamedAfterFeatures() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..helper..",
                        "..manager..",
                        "..impl..",
                        "..dto..")
                .allowEmptyShould(false);
    }

    /**
     * Logs are written through {@link System.Logger}, which every server takes.
     *
     * @param except packages that deal with the container's own log
     */
    public static ArchRule oneLoggingApi(String... except) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(except)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..",
                        "org.slf4j..",
                        "org.jboss.logging..",
                        "org.apache.commons.logging..")
                .allowEmptyShould(false);
    }

    /**
     * The static methods of {@code jakarta.json.Json} look for the JSON library at each call; it is
     * kept in one place instead.
     */
    public static ArchRule jsonLibraryIsLookedUpOnce() {
        return noClasses()
                .should()
                .callMethodWhere(
                        target(owner(name("jakarta.json.Json")))
                                .and(target(nameStartingWith("create"))))
                .allowEmptyShould(false);
    }

    /**
     * All nodes go by the database's clock, so what ends or is stamped is not compared with the
     * machine's. Durations are measured by {@link System#nanoTime}.
     *
     * @param except the one class that reads the machine's clock
     */
    public static ArchRule machinesClockIsReadOnce(Class<?>... except) {
        return noClasses()
                .that()
                .doNotBelongToAnyOf(except)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethodWhere(
                        target(owner(resideInAPackage("java.time")))
                                .and(target(name("now")).or(target(nameStartingWith("system")))))
                .orShould()
                .callConstructor(Date.class)
                .allowEmptyShould(false);
    }

    /**
     * Constructors and methods have at most six parameters. What a library's interface demands
     * counts, too, and is named among the exceptions.
     *
     * @param exceptions simple names of classes that have more today; the list must shrink with
     *     them
     */
    public static void checkParameters(JavaClasses classes, String... exceptions) {
        check(classes, "more than six parameters", ArchitectureChecks::tooMany, exceptions);
    }

    /**
     * Nothing decides by the name of an object's class. A name says nothing about behaviour, and
     * another version of a server has other names.
     */
    public static void checkClassNames(JavaClasses classes, String... exceptions) {
        check(
                classes,
                "a look at the name of an object's class",
                ArchitectureChecks::looksAtTheName,
                exceptions);
    }

    private static void check(
            JavaClasses classes, String what, Predicate<JavaCodeUnit> bad, String... exceptions) {
        Set<String> found = new TreeSet<>();
        int looked = 0;
        for (JavaClass type : classes) {
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                looked++;
                if (bad.test(unit)) {
                    found.add(type.getSimpleName());
                }
            }
        }
        if (looked == 0) {
            throw new AssertionError("There is nothing to look at.");
        }
        Set<String> expected = new TreeSet<>(Set.of(exceptions));
        if (!found.equals(expected)) {
            throw new AssertionError(
                    "Classes with %s: %s. The test names %s; correct the classes, or take those that are good now off its list."
                            .formatted(what, found, expected));
        }
    }

    private static boolean tooMany(JavaCodeUnit unit) {
        if (unit.getModifiers().contains(JavaModifier.SYNTHETIC)) {
            return false;
        }
        return unit.getRawParameterTypes().size() - hidden(unit) > MAX_PARAMETERS;
    }

    /** Parameters that the compiler adds: name and place of an enum's value, the outer object. */
    private static int hidden(JavaCodeUnit unit) {
        JavaClass owner = unit.getOwner();
        if (!unit.isConstructor()) {
            return 0;
        }
        if (owner.isEnum()) {
            return 2;
        }
        return owner.isInnerClass() && !owner.getModifiers().contains(JavaModifier.STATIC) ? 1 : 0;
    }

    private static boolean looksAtTheName(JavaCodeUnit unit) {
        return calls(unit, Object.class, "getClass")
                && (calls(unit, Class.class, "getName")
                        || calls(unit, Class.class, "getTypeName")
                        || calls(unit, Class.class, "getPackageName"));
    }

    private static boolean calls(JavaCodeUnit unit, Class<?> owner, String method) {
        for (JavaAccess<?> call : unit.getMethodCallsFromSelf()) {
            if (call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(method)) {
                return true;
            }
        }
        return false;
    }
}
