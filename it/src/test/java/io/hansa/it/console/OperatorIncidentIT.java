package io.hansa.it.console;

import static org.awaitility.Awaitility.await;

import io.hansa.it.console.ConsoleSite.Role;
import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A server dies: the overview says so, an operator takes it out of use and gives it back. */
@WithConsole
class OperatorIncidentIT {
    private static final Credentials ADMIN =
            Credentials.basic(Role.ADMIN.account(), Role.ADMIN.password());

    @Test
    void aDeadServerIsSeenQuarantinedAndRestored(ConsoleSite site) throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = site.proxy().offerToNobody("console.incident", server);
                Person olga = site.signedIn(Role.OPERATOR)) {
            offer.permit("account:" + Role.ADMIN.account());
            await("it works").until(() -> call(site, offer) == 200);
            server.refuse();
            olga.goTo("overview");
            await("the overview says so")
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                call(site, offer);
                                return olga.tab().shows("Server " + server.id());
                            });
            olga.sees("Something needs attention.");

            olga.goTo("servers/" + server.id());
            olga.seesNo("Remove…");
            olga.clicks("Take out of use…");
            olga.types("Reason", "its disk is replaced");
            olga.previewsAndSaves("What this changes");
            olga.sees("is set on every node.");
            olga.goTo("operating");
            olga.sees("its disk is replaced");

            server.listen();
            olga.clicks("End it now");
            olga.sees("goes back to what the proxy decides");
            olga.clicks("End it now");
            olga.sees("is back to normal.");
            await("it works again")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> call(site, offer) == 200);
        }
    }

    private static int call(ConsoleSite site, Offer offer) throws Exception {
        return site.proxy().call(offer.capability()).as(ADMIN).text("hello").send().status();
    }
}
