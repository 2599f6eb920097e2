package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.RemoteTransport;
import io.hansa.it.system.RemoteTransport.Outcome;
import io.hansa.it.system.TokenForge;
import jakarta.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a caller of the remote view is given and refused: the same as over REST, on every way there
 * is to it.
 */
interface RemoteCallersView extends SeenProxy {
    Map<String, String> CLERK = Map.of("HANSA_ACCOUNT", "clerk", "HANSA_PASSWORD", "of a clerk");

    /** By which the remote view of this server is reached. */
    List<RemoteTransport> ways() throws IOException;

    @Test
    default void permittedCallerGetsResultPathAndTrace() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = offered(server)) {
            for (RemoteTransport way : ways()) {
                Outcome told = way.call(CLERK, offer.capability(), "hello");

                assertThat(told.exit()).as("%s: %s", way, told).isZero();
                assertThat(told.text())
                        .contains("proxy " + ID)
                        .contains("result hello")
                        .contains("path [" + ID + "] server " + ID + "/" + server.id());
                assertThat(proxy().trace(traceOf(told)))
                        .as("%s: the trace", way)
                        .anyMatch(step -> step.toString().contains(offer.capability()));
            }
        }
    }

    @Test
    default void aTokenIsAsGoodAsThePassword() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = offered(server)) {
            for (RemoteTransport way : ways()) {
                String token = proxy().token(Credentials.basic("clerk", "of a clerk"));

                assertThat(way.call(Map.of("HANSA_TOKEN", token), offer.capability(), "x").exit())
                        .isZero();
            }
        }
    }

    @Test
    default void unknownCallerReachesNoServer() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = offered(server)) {
            String forged =
                    new TokenForge(ID, proxy().signingKey().getString("kid")).sign("clerk", ID);
            for (RemoteTransport way : ways()) {
                for (Map<String, String> shown :
                        List.of(
                                Map.<String, String>of(),
                                Map.of("HANSA_ACCOUNT", "clerk", "HANSA_PASSWORD", "wrong"),
                                Map.of("HANSA_TOKEN", forged))) {
                    fails(way.call(shown, offer.capability(), "x"), "authentication-failed 401");
                }
            }
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    default void forbiddenCallerReachesNoServer() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offerToNobody("single.remote", server)) {
            clerk();
            for (RemoteTransport way : ways()) {
                fails(way.call(CLERK, offer.capability(), "x"), "permission-denied 403");
                fails(way.call(CLERK, "single.unknown", "x"), "capability-unknown 404");
            }
            assertThat(server.requests()).isZero();
        }
    }

    private Offer offered(BusinessServerSystem server) throws IOException {
        clerk();
        Offer offer = proxy().offerToNobody("single.remote", server);
        offer.permit("account:clerk");
        return offer;
    }

    private void clerk() throws IOException {
        proxy().administration()
                .put(
                        "/accounts/clerk",
                        Json.createObjectBuilder()
                                .add("password", "of a clerk")
                                .add("groups", Json.createArrayBuilder())
                                .add("roles", Json.createArrayBuilder().add("CALLER"))
                                .add("enabled", true)
                                .build());
    }

    private static void fails(Outcome told, String failure) {
        assertThat(told.exit()).as(told.text()).isEqualTo(1);
        assertThat(told.text()).contains("failure " + failure + " NONE trace ");
    }

    private static String traceOf(Outcome told) {
        Matcher trace = Pattern.compile("trace ([0-9a-f]{32})").matcher(told.text());
        assertThat(trace.find()).as(told.text()).isTrue();
        return trace.group(1);
    }
}
