package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Administration;
import io.hansa.it.system.BusinessServer;
import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.PeerSystem;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Peers of another organization act under their own name only, and get only the requests that an
 * administrator allows.
 */
interface ForeignPeersView extends SeenProxy {
    @Test
    default void foreignPeersCallerIsNoAccountHere() throws Exception {
        try (PeerSystem bank = new PeerSystem("view-bank");
                PeerSystem branch = new PeerSystem("view-branch", "view.rate");
                BusinessServer asks = BusinessServerSystem.that(Manners.asksFor("view.quote"));
                BusinessServer further = BusinessServerSystem.that(Manners.asksFor("view.rate"));
                BusinessServerSystem quote = BusinessServerSystem.that(Manners.ECHO);
                Offer settle = proxy().offerToNobody("view.settle", asks);
                Offer ask = proxy().offerToNobody("view.ask", further);
                Offer closed = proxy().offerToNobody("view.quote", quote)) {
            bank.introduceTo(proxy(), organization("bank"));
            branch.introduceTo(proxy());
            try {
                settle.permit("peer:view-bank");
                ask.permit("peer:view-bank");
                closed.permit("account:admin");
                String subject = "admin";

                denied("view.quote", token(bank, subject));
                denied("view.settle", token(bank, subject));
                denied("view.settle", token(bank, "peer:" + ID + "/admin"));
                denied("view.settle", token(bank, "peer:view-branch/admin"));
                assertThat(quote.requests()).isZero();

                closed.permit("peer:view-bank/admin");
                proxy().call("view.settle").as(token(bank, subject)).text("data").send().ok();

                awaitAnnounced("view-branch", "view.rate");
                proxy().call("view.ask").as(token(bank, subject)).text("data").send().ok();
                JsonObject claims = branch.shown().get(0);
                assertThat(claims.getString("sub")).isEqualTo("peer:view-bank/admin");
                assertThat(claims.getJsonObject("act").toString())
                        .isEqualTo("{\"sub\":\"" + ID + "\",\"act\":{\"sub\":\"view-bank\"}}");
            } finally {
                bank.takeLeaveOf(proxy());
                branch.takeLeaveOf(proxy());
            }
        }
    }

    @Test
    default void foreignPeerGetsWhatItsEntryAllows() throws Exception {
        try (PeerSystem bank = new PeerSystem("view-bank", "view.taken", "view.\n", "view.quote");
                BusinessServerSystem own = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offerToNobody("view.quote", own)) {
            bank.introduceTo(proxy(), organization("bank"));
            try {
                offer.permit("peer:view-bank");
                awaitRefused("NOT_ALLOWED", "view.taken");
                awaitRefused("NAME_INVALID", "view.\n");
                assertThat(proxy().capability("view.taken")).isEmpty();
                assertThat(proxy().capability("view.\n")).isEmpty();
                proxy().call("view.taken")
                        .as(admin())
                        .text("data")
                        .send()
                        .problem(404, "capability-unknown");

                bank.introduceTo(proxy(), organization("bank").add("capabilities", all()));
                awaitAnnounced("view-bank", "view.taken");
                for (int call = 0; call < 10; call++) {
                    proxy().call("view.quote").as(token(bank, "teller")).text("data").send().ok();
                }
                assertThat(own.requests()).isEqualTo(10);
                assertThat(bank.shown()).isEmpty();
            } finally {
                bank.takeLeaveOf(proxy());
            }
        }
    }

    @Test
    default void aProxyIsNoPeerOfItself() throws IOException {
        JsonObject entry =
                Json.createObjectBuilder()
                        .add("url", "http://127.0.0.1:9")
                        .add("link", "INTRANET")
                        .build();

        String detail =
                proxy().administration()
                        .put("/peers/" + ID, entry)
                        .problem(400, "request-invalid")
                        .withoutEffect()
                        .detail();

        assertThat(detail).contains(ID, "cannot be its own peer");
    }

    @Test
    default void theDecisionAboutAForeignCallerIsExplained() throws Exception {
        try (PeerSystem bank = new PeerSystem("view-bank");
                BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offerToNobody("view.quote", server)) {
            bank.introduceTo(proxy(), organization("bank"));
            try {
                offer.permit("account:admin");
                JsonObject refused = explained("account:admin&peer=view-bank");
                assertThat(refused.getBoolean("allowed")).isFalse();
                assertThat(refused.getString("caller")).isEqualTo("peer:view-bank/admin");
                assertThat(explained("account:admin").getBoolean("allowed")).isTrue();

                offer.permit("peer:view-bank/teller@example.com");
                JsonObject direct = explained("peer:view-bank/teller@example.com");
                assertThat(direct.getBoolean("allowed")).isTrue();
                assertThat(direct.getJsonArray("grants").getJsonObject(0).getString("subject"))
                        .isEqualTo("peer:view-bank/teller@example.com");
                JsonObject far = explained("peer:far/alice&peer=view-bank");
                assertThat(far.getString("caller")).isEqualTo("peer:far/alice via view-bank");
                assertThat(far.getBoolean("allowed")).isFalse();
            } finally {
                bank.takeLeaveOf(proxy());
            }
        }
    }

    private JsonObject explained(String subject) throws IOException {
        return proxy().administration()
                .get("/permissions/explain?capability=view.quote&subject=" + subject)
                .ok()
                .json();
    }

    private void denied(String capability, Credentials token) throws IOException {
        proxy().call(capability).as(token).text("data").send().problem(403, "permission-denied");
    }

    private void awaitAnnounced(String peer, String capability) {
        awaitShown(peer, "used", "\"name\":\"" + capability + "\"");
    }

    private void awaitRefused(String reason, String name) {
        String quoted = Json.createValue(name).toString();
        awaitShown("view-bank", "refused", "\"" + reason + "\"");
        awaitShown("view-bank", "refused", quoted);
    }

    private void awaitShown(String peer, String member, String text) {
        Administration administration = proxy().administration();
        await(peer + " announces " + text)
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            var reply = administration.get("/peers/" + peer + "/announced");
                            return reply.status() == 200
                                    && reply.json().get(member).toString().contains(text);
                        });
    }

    private static Credentials token(PeerSystem peer, String subject) throws Exception {
        return Credentials.bearer(peer.tokens().sign(subject, ID));
    }

    private static JsonObjectBuilder organization(String name) {
        return Json.createObjectBuilder().add("organization", name);
    }

    private static JsonArrayBuilder all() {
        return Json.createArrayBuilder().add("*");
    }
}
