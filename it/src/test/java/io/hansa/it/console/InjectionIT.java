package io.hansa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.console.ConsoleSite.Role;
import io.hansa.it.system.Administration;
import jakarta.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Text from outside stays text, stored or in the address. */
@WithConsole
class InjectionIT {
    private static final String EVIL =
            "<img src=x onerror=\"window.taken=1\"><script>window.taken=1</script>"
                    + "\"'><svg/onload=window.taken=1>javascript:window.taken=1";

    private static final List<String> STORED =
            List.of(
                    "groups",
                    "groups/sample-group",
                    "accounts/sample-account",
                    "capabilities",
                    "capabilities/console.sample",
                    "permissions?q=onerror",
                    "audit",
                    "document",
                    "overview",
                    "operating");

    @AfterEach
    void makeItHarmless(ConsoleSite site) throws Exception {
        Samples.make(site, "harmless");
    }

    @Test
    void storedTextIsNeverMarkup(ConsoleSite site) throws Exception {
        Samples.make(site, EVIL);
        Administration admin = site.proxy().administration();
        String reason = URLEncoder.encode(EVIL, StandardCharsets.UTF_8);
        admin.put("/groups/evil-group?reason=" + reason, described()).status(201);
        try (Person person = site.signedIn(Role.ADMIN)) {
            for (String page : STORED) {
                person.goTo(page);
                assertHarmless(person, page);
            }
            person.goTo("groups/evil-group");
            person.types("Description", EVIL + "!");
            person.clicks("Preview the change");
            person.sees("What this changes");
            person.clicks("As command, YAML or curl");
            assertHarmless(person, "the plan");
            person.clicks("Undo what I typed");
            person.goTo("document");
            person.clicks("Show it below");
            person.sees("The document");
            assertHarmless(person, "the document");
        }
        admin.deleteAll("/groups/evil-group").status(204);
    }

    @Test
    void textInTheAddressIsNeverMarkup(ConsoleSite site) throws Exception {
        String evil = URLEncoder.encode(EVIL, StandardCharsets.UTF_8).replace("+", "%20");
        try (Person person = site.signedIn(Role.ADMIN)) {
            for (String page :
                    List.of(
                            "accounts?q=" + evil,
                            "accounts/" + evil,
                            "audit?key=" + evil,
                            "permissions/+explain?subject=" + evil + "&capability=" + evil,
                            "workbench?server=" + evil,
                            evil)) {
                person.goTo(page);
                assertHarmless(person, page);
            }
        }
    }

    private static void assertHarmless(Person person, String page) {
        assertThat(person.tab().isTrue("window.taken === undefined")).as(page).isTrue();
        assertThat(
                        person.tab()
                                .isTrue(
                                        "document.querySelectorAll('#app img, #app script, #app svg,"
                                                + " [onerror], [onload], a[href^=javascript]').length === 0"))
                .as(page)
                .isTrue();
    }

    private static jakarta.json.JsonObject described() {
        return Json.createObjectBuilder().add("description", EVIL).build();
    }
}
