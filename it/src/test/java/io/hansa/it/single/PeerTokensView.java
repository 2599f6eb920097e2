package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.PeerSystem;
import io.hansa.it.system.Reply;
import io.hansa.it.system.TokenForge;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a peer, or an attacker that names one, achieves with tokens and keys. */
interface PeerTokensView extends SeenProxy {
    String CAPABILITY = "single.nothing";

    @Test
    default void aPeersTokenServesOneRequestOnly() throws Exception {
        try (PeerSystem peer = peer("once-peer")) {
            String token = peer.tokens().sign("shop", ID);

            assertThat(asked(token).status()).isNotEqualTo(401);
            assertThat(refused(token)).contains("it was used before");

            leave(peer);
        }
    }

    @Test
    default void drippingKeyDocumentDelaysNoOthers() throws Exception {
        try (PeerSystem peer = new PeerSystem("dripping-peer")) {
            peer.drip();
            peer.introduceTo(proxy());
            TokenForge stranger = new TokenForge("dripping-peer", "made-up");
            List<CompletableFuture<Reply>> shown = new ArrayList<>();
            long began = System.nanoTime();
            for (int i = 0; i < 40; i++) {
                shown.add(
                        proxy().call(CAPABILITY)
                                .as(Credentials.bearer(stranger.sign("shop", ID)))
                                .text("hello")
                                .sendAsync());
            }
            proxy().get("/health/live").ok();
            for (CompletableFuture<Reply> one : shown) {
                one.get().problem(401, "authentication-failed").withoutEffect();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(3));
            leave(peer);
        }
    }

    @Test
    default void enabledPeersOldTokensStayInvalid() throws Exception {
        try (PeerSystem peer = peer("coming-peer")) {
            String before = peer.tokens().sign("shop", ID, Instant.now().plusSeconds(50));
            assertThat(asked(before).status()).isNotEqualTo(401);

            peer.enableAt(proxy(), false);
            assertThat(refused(peer.tokens().sign("shop", ID))).contains("not an enabled peer");
            peer.enableAt(proxy(), true);

            await("the peer is let in again")
                    .until(() -> asked(peer.tokens().sign("shop", ID)).status() != 401);
            assertThat(refused(before)).contains("before the peer was enabled");
            leave(peer);
        }
    }

    @Test
    default void invalidTokenClaimIsRefusedWithAReason() throws Exception {
        try (PeerSystem peer = peer("wild-peer")) {
            long now = Instant.now().getEpochSecond();
            assertThat(refused(claims(peer, now, (now + 86_400) + "")))
                    .contains("it lives 86400 s");
            assertThat(refused(claims(peer, now + 120, (now + 180) + "")))
                    .contains("compare the clocks of both proxies");
            assertThat(refused(claims(peer, now, "1e300"))).contains("claim exp");
            assertThat(refused(claims(peer, "x".repeat(1000), now, (now + 60) + "")))
                    .contains("claim sub");
            assertThat(
                            refused(
                                    claims(
                                            peer,
                                            now,
                                            (now + 60)
                                                    + ",\"act\":"
                                                    + "[".repeat(1500)
                                                    + "]".repeat(1500))))
                    .isNotBlank();
            leave(peer);
        }
    }

    private String claims(PeerSystem peer, long issuedAt, String rest) throws Exception {
        return claims(peer, "shop", issuedAt, rest);
    }

    private String claims(PeerSystem peer, String subject, long issuedAt, String rest)
            throws Exception {
        return peer.tokens()
                .signClaims(
                        "{\"iss\":\"wild-peer\",\"aud\":\"%s\",\"sub\":\"%s\",\"jti\":\"%s\",\"iat\":%d,\"exp\":%s}"
                                .formatted(ID, subject, System.nanoTime(), issuedAt, rest));
    }

    private PeerSystem peer(String id) throws Exception {
        PeerSystem peer = new PeerSystem(id);
        peer.introduceTo(proxy());
        return peer;
    }

    private void leave(PeerSystem peer) throws IOException {
        peer.takeLeaveOf(proxy());
    }

    private Reply asked(String token) throws IOException {
        return proxy().call(CAPABILITY).as(Credentials.bearer(token)).text("hello").send();
    }

    private String refused(String token) throws IOException {
        return asked(token).problem(401, "authentication-failed").withoutEffect().detail();
    }
}
