package io.hansa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.console.ConsoleSite.Role;
import io.hansa.it.system.Progress;
import io.hansa.it.system.Project;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page, for each role: in both languages and themes, on a wide screen and on a phone. */
@WithConsole
class EveryPageIT {
    private static final Path PICTURES = Project.path("target/screenshots");
    private static final int PHONE = 360;

    /** What axe finds, each as one text. The rules are those of WCAG 2.2 AA and good practice. */
    private static final String FAULTS =
            "axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations.map("
                    + "(one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 160))"
                    + ".join(' || ')))";

    @BeforeEach
    void makeSamples(ConsoleSite site) throws Exception {
        Samples.make(site, "Sample <b>text</b> & more");
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, en, light",
        "ADMIN, en, dark",
        "ADMIN, zh-CN, light",
        "ADMIN, zh-CN, dark",
        "OPERATOR, en, light",
        "AUDITOR, zh-CN, dark",
        "CALLER, en, dark"
    })
    void everyoneCanUseIt(Role role, String language, String theme, ConsoleSite site)
            throws Exception {
        List<String> faults = new ArrayList<>();
        try (Person person = site.signedIn(role, language, theme)) {
            for (String page : Pages.of(role)) {
                person.goTo(page);
                faults.addAll(faults(person, page));
                photograph(person, List.of(role.name(), language, theme), page);
            }
            assertThat(person.tab().watch().refused()).as("calls that are refused").isEmpty();
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, light", "zh-CN, dark"})
    void itFitsAPhone(String language, String theme, ConsoleSite site) throws Exception {
        List<String> wide = new ArrayList<>();
        try (Person person = site.signedIn(Role.ADMIN, language, theme)) {
            person.tab().size(PHONE, 740);
            for (String page : Pages.of(Role.ADMIN)) {
                person.goTo(page);
                if (person.tab().isTrue("document.documentElement.scrollWidth > innerWidth")) {
                    wide.add(page);
                }
                photograph(person, List.of("phone", language, theme), page);
            }
        }
        assertThat(wide).as("pages that are wider than a phone").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, light", "zh-CN, dark"})
    void theSignInCanBeUsedByAll(String language, String theme, ConsoleSite site) throws Exception {
        try (Person person = site.anybody()) {
            person.prefers(language, theme);
            person.tab().awaitFound("document.querySelector('.sign-in button')");
            assertThat(faults(person, "sign-in")).isEmpty();
            photograph(person, List.of("nobody", language, theme), "sign-in");
            person.signIn(Role.CALLER.account(), Role.CALLER.password());
        }
    }

    private static List<String> faults(Person person, String page) {
        Tab tab = person.tab();
        if (!tab.isTrue("!!window.axe")) {
            tab.evaluate(Axe.SCRIPT + "; true");
        }
        List<String> faults = new ArrayList<>();
        for (JsonValue one : tab.evaluate(FAULTS).asJsonArray()) {
            faults.add(page + ": " + one);
        }
        return faults;
    }

    private static void photograph(Person person, List<String> kind, String page) throws Exception {
        String name = String.join("-", kind) + "/" + Pages.named(page) + ".png";
        person.tab().photograph(PICTURES.resolve(name));
        Progress.say("%s", name);
    }
}
