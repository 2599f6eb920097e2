package io.hansa.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.console.ConsoleSite.Role;
import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A new account gets a permission, calls, loses it, and is refused; the audit record has it all.
 */
@WithConsole
class AdministratorDayIT {
    private static final Credentials NELLY = Credentials.basic("nelly", "nelly of this test");

    @Test
    void consoleGrantsDecideAboutCalls(ConsoleSite site) throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = site.proxy().offerToNobody("console.day", server);
                Person admin = site.signedIn(Role.ADMIN)) {
            createAccount(admin);
            assertThat(call(site, offer)).isEqualTo(403);

            grant(admin);
            await("the call works").until(() -> call(site, offer) == 200);
            admin.goTo("permissions/+explain?subject=account:nelly&capability=console.day");
            admin.sees("Yes: account:nelly may call console.day.");

            revoke(admin);
            await("the call is refused")
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> call(site, offer) == 403);
            admin.goTo("permissions/+explain?subject=account:nelly&capability=console.day");
            admin.sees("No: account:nelly may not call console.day.");

            admin.goTo("audit?kind=permission");
            admin.sees("the project begins");
            admin.sees("the project has ended");
            admin.clicks("Check it");
            admin.sees("Whole:");
            site.proxy().administration().deleteAll("/accounts/nelly").status(204);
        }
    }

    private static void createAccount(Person admin) {
        admin.goTo("accounts");
        admin.clicks("New account");
        admin.types("Name", "nelly");
        admin.types("Password", "nelly of this test");
        admin.previewsAndSaves("What this changes");
        admin.sees("Show who changed it");
    }

    private static void grant(Person admin) {
        admin.goTo("permissions/+new");
        admin.types("Who", "account:nelly");
        admin.types("Capability", "console.day");
        admin.clicks("Preview the change");
        admin.sees("account:nelly gains console.day");
        admin.types("Reason", "the project begins");
        admin.clicks("Save");
        admin.sees("Saved.");
    }

    private static void revoke(Person admin) {
        admin.goTo("permissions?subject=account:nelly");
        admin.clicks("account:nelly");
        admin.clicks("Remove…");
        admin.sees("account:nelly loses console.day");
        admin.types("Reason", "the project has ended");
        admin.clicks("Remove");
        admin.sees("is removed.");
    }

    private static int call(ConsoleSite site, Offer offer) throws Exception {
        return site.proxy().call(offer.capability()).as(NELLY).text("hello").send().status();
    }
}
