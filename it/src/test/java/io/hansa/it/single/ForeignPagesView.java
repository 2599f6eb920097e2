package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Page;
import io.hansa.it.system.Reply;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What pages of other origins can make an administrator's browser do: nothing. */
interface ForeignPagesView extends SeenProxy {
    String GRANT = "{\"subject\":\"account:admin\",\"capability\":\"single.foreign\"}";
    String ADMIN = "/api/v1/admin";
    String JSON = "application/json";
    String FORM = "application/x-www-form-urlencoded";

    /** How browsers tell that a page is not the proxy's own. */
    List<Map<String, String>> FOREIGN =
            List.of(
                    Map.of("Origin", "https://evil.example"),
                    Map.of("Origin", "null"),
                    Map.of("Origin", "http://127.0.0.1:1"),
                    Map.of("Sec-Fetch-Site", "cross-site"),
                    Map.of("Sec-Fetch-Site", "same-site"));

    @Test
    default void aBodyWithoutItsContentTypeChangesNothing() throws IOException {
        Page program = new Page(proxy(), admin(), Map.of());
        for (String type :
                Arrays.asList(null, "text/plain", FORM, "multipart/form-data; boundary=x", "*/*")) {
            for (String[] write :
                    new String[][] {
                        {"POST", "/permissions", GRANT},
                        {"PUT", "/accounts/foreign", Specimen.caller("foreign").toString()},
                        {"PUT", "/breakers/foreign", "{\"mode\":\"OPEN\"}"}
                    }) {
                program.send(write[0], ADMIN + write[1], type, write[2])
                        .problem(415, "media-type-unsupported")
                        .withoutEffect();
            }
        }
        nothingIsChanged();
        for (String type : Arrays.asList(null, "text/plain", JSON)) {
            program.send("POST", "/api/v1/token", type, "grant_type=client_credentials")
                    .problem(415, "media-type-unsupported");
        }
        program.send("POST", ADMIN + "/permissions", JSON + ";charset=UTF-8", "{}")
                .problem(400, "request-invalid");
    }

    @Test
    default void aForeignPageChangesNothing() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.foreign-page", server)) {
            offer.permit("account:admin");
            String quarantine = "/servers/" + server.id() + "/connections/quarantine";
            for (Map<String, String> headers : FOREIGN) {
                Page page = new Page(proxy(), admin(), headers);
                foreign(page.send("POST", ADMIN + "/permissions", JSON, GRANT));
                foreign(
                        page.send(
                                "PUT",
                                ADMIN + "/accounts/foreign",
                                JSON,
                                Specimen.caller("foreign").toString()));
                foreign(page.send("DELETE", ADMIN + "/servers/" + server.id(), null, null));
                foreign(page.send("PUT", ADMIN + quarantine, null, null));
                foreign(page.send("DELETE", ADMIN + quarantine, null, null));
                foreign(page.send("POST", "/api/v1/token", FORM, "grant_type=client_credentials"));
                foreign(page.send("POST", service(offer), "text/plain", "x"));
                foreign(page.get(ADMIN + "/accounts"));
            }
            assertThat(server.requests()).isZero();
            proxy().administration().get("/servers/" + server.id()).ok();
            nothingIsChanged();
        }
    }

    @Test
    default void foreignPageIsRefusedBeforeAuthentication() throws IOException {
        Page page = new Page(proxy(), Credentials.NONE, FOREIGN.get(0));

        foreign(page.send("POST", ADMIN + "/permissions", JSON, GRANT));
        foreign(page.send("POST", "/api/v1/token", FORM, "grant_type=client_credentials"));
        foreign(page.send("POST", "/api/v1/services/single.none", "text/plain", "x"));
    }

    @Test
    default void theProxysOwnPageMay() throws Exception {
        Page own =
                new Page(
                        proxy(),
                        admin(),
                        Map.of(
                                "Origin",
                                proxy().base().toString(),
                                "Sec-Fetch-Site",
                                "same-origin"));
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.own-page", server)) {
            offer.permit("account:admin");

            own.get(ADMIN + "/accounts").ok();
            own.send("POST", "/api/v1/token", FORM, "grant_type=client_credentials").ok();
            own.send("POST", service(offer), "text/plain", "x").ok();
            Reply granted = own.send("POST", ADMIN + "/permissions", JSON, GRANT).status(201);
            own.send("DELETE", ADMIN + "/permissions/" + granted.json().getString("id"), null, null)
                    .status(204);
        }
    }

    @Test
    default void aBrowserIsNotAskedForAPassword() throws IOException {
        for (String sign : List.of("Sec-Fetch-Mode", "X-Requested-With")) {
            Page page = new Page(proxy(), Credentials.NONE, Map.of(sign, "cors"));
            for (Reply reply :
                    List.of(
                            page.get(ADMIN + "/accounts"),
                            page.send("POST", "/api/v1/services/single.none", "text/plain", "x"),
                            page.send(
                                    "POST",
                                    "/api/v1/token",
                                    FORM,
                                    "grant_type=client_credentials"))) {
                reply.problem(401, "authentication-failed");
                assertThat(reply.response().headers().allValues("WWW-Authenticate"))
                        .containsExactly("Bearer realm=\"hansa\"");
            }
        }
        assertThat(
                        proxy().administration(Credentials.NONE)
                                .get("/accounts")
                                .problem(401, "authentication-failed")
                                .reply()
                                .header("WWW-Authenticate"))
                .startsWith("Basic ");
    }

    @Test
    default void noOtherOriginIsAllowedByAPreflight() throws IOException {
        Page page =
                new Page(
                        proxy(),
                        Credentials.NONE,
                        Map.of(
                                "Origin",
                                "https://evil.example",
                                "Access-Control-Request-Method",
                                "PUT"));
        for (String path :
                List.of(
                        ADMIN + "/accounts/x",
                        "/api/v1/token",
                        "/api/v1/services/single.none",
                        "/api/v1/capabilities")) {
            Reply reply = page.send("OPTIONS", path, null, null);

            assertThat(reply.response().headers().map().keySet())
                    .as(path)
                    .noneMatch(name -> name.toLowerCase().startsWith("access-control"));
        }
    }

    private static String service(Offer offer) {
        return "/api/v1/services/" + offer.capability();
    }

    private static void foreign(Reply reply) {
        assertThat(reply.problem(403, "origin-foreign").withoutEffect().detail())
                .contains("hansa.http.allowed-origins");
    }

    private void nothingIsChanged() throws IOException {
        proxy().administration().get("/accounts/foreign").problem(404, "not-found");
        assertThat(
                        proxy().administration()
                                .get(
                                        "/permissions/explain?subject=account:admin&capability=single.foreign")
                                .ok()
                                .json()
                                .getBoolean("allowed"))
                .isFalse();
    }
}
