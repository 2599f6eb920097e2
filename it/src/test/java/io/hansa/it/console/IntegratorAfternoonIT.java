package io.hansa.it.console;

import static org.awaitility.Awaitility.await;

import io.hansa.it.console.ConsoleSite.Role;
import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import org.junit.jupiter.api.Test;

/** A server whose length is read wrongly; the workbench shows why, and then a call works. */
@WithConsole
class IntegratorAfternoonIT {
    private static final String SERVER = "console-legacy";

    @Test
    void theWorkbenchShowsAWrongFraming(ConsoleSite site) throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Person admin = site.signedIn(Role.ADMIN);
                Person bench = site.signedIn(Role.ADMIN)) {
            String endpoint = server.entry("console.legacy").build().getString("endpoint");
            admin.goTo("servers/+new");
            admin.types("Id", SERVER);
            admin.types("Address", endpoint);
            admin.types("Capabilities", "console.legacy");
            admin.tab().press("Enter");
            admin.chooses("Framing", "length-prefix");
            admin.chooses("Encoding of the length", "ASCII");
            admin.previewsAndSaves("What this changes");
            admin.sees("Show who changed it");

            trySample(bench, "Compare the bytes below");
            bench.sees("30 30 30 35 68 65 6C 6C 6F");

            admin.chooses("Encoding of the length", "BINARY");
            admin.previewsAndSaves("What this changes");
            await("it is saved").until(() -> encoding(site).equals("BINARY"));
            trySample(bench, "The server replied, and the reply could be read.");

            bench.goTo("permissions/+new?subject=account:admin&capability=console.legacy");
            bench.previewsAndSaves("What follows");
            bench.sees("Saved.");
            await("the call works")
                    .until(
                            () ->
                                    site.proxy()
                                                    .call("console.legacy")
                                                    .as(
                                                            Credentials.basic(
                                                                    Role.ADMIN.account(),
                                                                    Role.ADMIN.password()))
                                                    .text("hello")
                                                    .send()
                                                    .status()
                                            == 200);
        } finally {
            site.proxy().administration().deleteAll("/servers/" + SERVER);
        }
    }

    private static String encoding(ConsoleSite site) throws Exception {
        return site.proxy()
                .administration()
                .get("/servers/" + SERVER)
                .ok()
                .json()
                .getJsonObject("framing")
                .getString("encoding");
    }

    private static void trySample(Person admin, String expected) {
        admin.goTo("workbench?server=" + SERVER);
        admin.types("Data", "hello");
        admin.clicks("Send");
        admin.sees(expected);
    }
}
