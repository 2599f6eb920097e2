package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.proxy.configuration.ExtranetStores;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.token.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeerKeysTest {
    private final Map<String, Peer> entered = new ConcurrentHashMap<>();
    private final SigningKey key = new SigningKey();
    private final PeerServer server = new PeerServer();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ManualClock clock = new ManualClock();
    private final PeerKeys keys =
            new PeerKeys(
                    () -> entered,
                    new PeerLines(
                            ExtranetStores.NONE, new PeerCertificates(Clock.systemUTC()), threads),
                    threads,
                    Duration.ofMillis(200),
                    clock);

    PeerKeysTest() {
        entered.put("shop-b", server.peer("shop-b"));
        server.answers(200, document(key));
    }

    @AfterEach
    void takeDown() {
        server.close();
        threads.shutdownNow();
    }

    @Test
    void keysAreThereBeforeATokenIsShown() {
        keys.refresh();

        await().until(() -> keys.find("shop-b", key.id()).isPresent());
        assertThat(keys.find("shop-b", key.id())).contains(key.publicKey());
        assertThat(server.asked()).isEqualTo(1);
    }

    @Test
    void noOneWaitsForAPeerThatDrips() {
        server.drips();
        long began = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            assertThat(keys.find("shop-b", "made-up-" + i)).isEmpty();
            keys.missed("shop-b");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
        await().until(() -> server.asked() == 1);
    }

    @Test
    void drippingFetchEndsAndIsRetried() {
        server.drips();
        keys.refresh();
        await().until(() -> server.asked() == 1);
        server.answers(200, document(key));

        await().until(
                        () -> {
                            keys.refresh();
                            return keys.find("shop-b", key.id()).isPresent();
                        });
    }

    @Test
    void newKeyIsFetchedWhenTokenNamesIt() {
        keys.refresh();
        await().until(() -> keys.find("shop-b", key.id()).isPresent());
        SigningKey next = new SigningKey();
        server.answers(200, document(next));

        await().until(
                        () -> {
                            keys.missed("shop-b");
                            return keys.find("shop-b", next.id()).isPresent();
                        });
    }

    @Test
    void aWithdrawnKeyGoesAfterSomeSeconds() {
        keys.refresh();
        await().until(() -> keys.find("shop-b", key.id()).isPresent());
        server.answers(200, document(new SigningKey()));

        await().until(
                        () -> {
                            keys.refresh();
                            return keys.find("shop-b", key.id()).isEmpty();
                        });
    }

    @Test
    void onlyEnabledPeersAreAskedForKeys() {
        entered.put("shop-b", changed(false, 2));
        keys.refresh();
        keys.missed("shop-b");
        keys.missed("stranger");

        assertThat(keys.find("shop-b", key.id())).isEmpty();
        assertThat(keys.find("stranger", key.id())).isEmpty();
        assertThat(server.asked()).isZero();
    }

    @Test
    void tokenSignedBeforeReenablingIsRefused() {
        keys.refresh();
        assertThat(keys.acceptedFrom("shop-b")).isEqualTo(Instant.MIN);
        entered.put("shop-b", changed(false, 2));
        keys.refresh();
        assertThat(keys.acceptedFrom("shop-b")).isEqualTo(Instant.MAX);
        entered.put("shop-b", changed(true, 3));

        assertThat(keys.acceptedFrom("shop-b")).isEqualTo(clock.instant());
    }

    @Test
    void tokenSignedBeforeRemovalIsRefusedAfterwards() {
        keys.refresh();
        entered.put("shop-b", changed(true, 3));
        assertThat(keys.acceptedFrom("shop-b")).isEqualTo(clock.instant());

        clock.forward(Duration.ofMinutes(1));
        Peer peer = entered.remove("shop-b");
        keys.refresh();
        entered.put("shop-b", peer);
        assertThat(keys.acceptedFrom("shop-b")).isEqualTo(clock.instant());
    }

    @Test
    void unrelatedChangeKeepsKeysAndTokens() {
        keys.refresh();
        await().until(() -> keys.find("shop-b", key.id()).isPresent());
        entered.put("shop-b", changed(true, 2));

        assertThat(keys.find("shop-b", key.id())).isPresent();
        assertThat(keys.acceptedFrom("shop-b")).isEqualTo(Instant.MIN);
    }

    @Test
    void aSharedSecretIsNoPublicKey() {
        server.answers(
                200,
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"secret\",\"k\":\"AAAA\"},"
                        + key.publicJwk()
                        + "]}");
        keys.refresh();

        await().until(() -> keys.find("shop-b", key.id()).isPresent());
        assertThat(keys.find("shop-b", "secret")).isEmpty();
    }

    private Peer changed(boolean enabled, long version) {
        return new Peer(
                "shop-b", server.url(), Peer.Link.INTRANET, Peer.Transport.REST, enabled, version);
    }

    private static String document(SigningKey key) {
        return "{\"keys\":[" + key.publicJwk() + "]}";
    }
}
