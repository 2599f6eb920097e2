package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every reply says to browsers, and what the intranet is told of the league. */
interface RepliesView extends SeenProxy {
    @Test
    default void everyReplyForbidsToGuessItsType() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.reply", server)) {
            offer.permit("account:admin");
            for (int bytes : new int[] {1, 100_000}) {
                noSniff(
                        proxy().call(offer.capability())
                                .as(admin())
                                .text("x".repeat(bytes))
                                .send()
                                .ok());
            }
            noSniff(proxy().call("single.unknown").as(admin()).text("x").send().status(404));
            noSniff(proxy().call(offer.capability()).as(Credentials.NONE).text("x").send());
        }
        noSniff(proxy().requestToken(admin()).ok());
        noSniff(proxy().requestToken(Credentials.NONE).status(401));
        noSniff(proxy().administration().get("/accounts").ok());
        noSniff(proxy().administration(Credentials.NONE).get("/accounts").status(401));
        noSniff(proxy().administration().get("/nothing").status(404));
        for (String path :
                List.of(
                        "/api/v1/capabilities",
                        "/.well-known/jwks.json",
                        "/health/live",
                        "/health/ready",
                        "/metrics",
                        "/",
                        "/nothing",
                        "/nothing.jsp",
                        "/api/v1/nothing",
                        "/WEB-INF/web.xml")) {
            noSniff(proxy().get(path));
        }
        String tag = proxy().get("/api/v1/capabilities").header("ETag");
        noSniff(proxy().getUnlessUnchanged("/api/v1/capabilities", tag));
    }

    @Test
    default void theRootSaysWhatThisIs() throws IOException {
        Reply page = proxy().get("/").ok();
        assertThat(page.header("Content-Type")).startsWith("text/plain");
        assertThat(page.text())
                .startsWith("Hansa")
                .contains("This is the proxy " + proxy().id())
                .contains("/api/v1/capabilities", "/health/ready");
    }

    @Test
    default void intranetDocumentNamesThePeers() throws IOException {
        JsonObject peer =
                Json.createObjectBuilder()
                        .add("url", "http://127.0.0.1:9")
                        .add("link", "INTRANET")
                        .add("transport", "REST")
                        .build();
        proxy().administration().put("/peers/told", peer).status(201);
        try {
            assertThat(peers())
                    .contains(
                            Json.createObjectBuilder()
                                    .add("id", "told")
                                    .add("url", "http://127.0.0.1:9")
                                    .build());
        } finally {
            proxy().administration().deleteAll("/peers/told").status(204);
        }
        assertThat(peers()).noneMatch(one -> one.getString("id").equals("told"));
    }

    private List<JsonObject> peers() throws IOException {
        return proxy().get("/api/v1/capabilities")
                .ok()
                .json()
                .getJsonArray("peers")
                .getValuesAs(JsonValue::asJsonObject);
    }

    private static void noSniff(Reply reply) {
        assertThat(reply.response().headers().allValues("X-Content-Type-Options"))
                .as("%s: %d", reply.response().uri(), reply.status())
                .containsExactly("nosniff");
    }
}
