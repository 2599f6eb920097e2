package io.hansa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.console.ConsoleSite.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was typed survives another's change and the end of the session. */
@WithConsole
class TwoAdministratorsIT {
    private static final String ITEM = "/capabilities/console.shared";

    @BeforeEach
    void create(ConsoleSite site) throws Exception {
        site.proxy()
                .administration()
                .put(ITEM, Json.createObjectBuilder().add("description", "before").build())
                .status(201);
    }

    @AfterEach
    void remove(ConsoleSite site) throws Exception {
        site.proxy().administration().deleteAll(ITEM).status(204);
    }

    @Test
    void changesOfBothAreMerged(ConsoleSite site) throws Exception {
        try (Person one = site.signedIn(Role.ADMIN);
                Person other = site.signedIn(Role.ADMIN)) {
            one.goTo("capabilities/console.shared");
            other.goTo("capabilities/console.shared");
            one.types("Description", "of one");
            other.types("Description", "of the other");
            other.types("Time limit (ms)", "7000");
            other.previewsAndSaves("of the other");
            other.sees("Saved.");

            one.clicks("Preview the change");
            one.sees("Somebody else changed this meanwhile");
            one.sees("Time limit (ms)");
            one.clicks("What I typed");
            one.clicks("Go on with this");
            one.previewsAndSaves("of one");
            one.sees("Saved.");
        }
        JsonObject merged = site.proxy().administration().get(ITEM).ok().json();
        assertThat(merged.getString("description")).isEqualTo("of one");
        assertThat(merged.getInt("timeoutMillis")).isEqualTo(7000);
    }

    @Test
    void typedTextStaysWhenTheSessionEnds(ConsoleSite site) throws Exception {
        try (Person admin = site.signedIn(Role.ADMIN)) {
            admin.goTo("capabilities/console.shared");
            admin.types("Description", "typed before the end");
            site.proxy()
                    .administration()
                    .post("/accounts/admin/revoke-tokens", Json.createObjectBuilder().build());
            admin.clicks("Preview the change");
            admin.sees("Sign in again");
            admin.signIn(Role.ADMIN.account(), Role.ADMIN.password());
            admin.sees("What this changes");
            admin.sees("typed before the end");
        }
    }

    @Test
    void leavingWithChangesIsAskedFor(ConsoleSite site) throws Exception {
        try (Person admin = site.signedIn(Role.ADMIN)) {
            admin.goTo("capabilities/console.shared");
            admin.types("Description", "not saved");
            admin.clicks("Accounts");
            admin.sees("Leave without saving?");
            admin.clicks("Cancel");
            assertThat(admin.tab().evaluate("location.hash").toString()).contains("console.shared");
            admin.clicks("Accounts");
            admin.clicks("Leave, and lose it");
            admin.sees("Who may sign in");
        }
    }

    @Test
    void leavingAtOnceAfterUndoAsksNothing(ConsoleSite site) throws Exception {
        try (Person admin = site.signedIn(Role.ADMIN)) {
            admin.goTo("capabilities/console.shared");
            admin.types("Description", "not saved");
            admin.sees("Undo what I typed");
            admin.tab()
                    .evaluate(
                            "hansaFind.action('Undo what I typed').click();"
                                    + " location.hash = '#/accounts'");
            admin.sees("Who may sign in");
        }
    }
}
