package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.proxy.token.SigningKey;
import java.security.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeerKeysTest {
    private final Map<String, Peer> known = new HashMap<>();
    private final SigningKey key = new SigningKey();
    private final String document = "{\"keys\":[" + key.publicJwk() + "]}";
    private final FakeRestClients clients = new FakeRestClients();
    private final PeerKeys keys = new PeerKeys(() -> known, new PeerLines(Optional.empty()));

    PeerKeysTest() {
        known.put("shop-b", FakeLeague.peer("shop-b", Peer.Link.INTRANET));
        clients.answer(200, document);
    }

    @AfterEach
    void takeDown() {
        clients.close();
    }

    @Test
    void aPeersKeyIsFetchedOnceAndThenFromMemory() {
        assertThat(keys.find("shop-b", key.id())).contains(key.publicKey());
        assertThat(keys.find("shop-b", key.id())).contains(key.publicKey());

        assertThat(clients.given()).hasSize(1);
    }

    @Test
    void madeUpKeyIdsDoNotMakeThePeerBusy() {
        for (int i = 0; i < 100; i++) {
            assertThat(keys.find("shop-b", "made-up-" + i)).isEmpty();
        }

        assertThat(clients.given()).hasSizeLessThan(5);
    }

    @Test
    void nobodyIsAskedForTheKeysOfAStrangerOrOfADisabledPeer() {
        Peer peer = known.get("shop-b");
        known.put(
                "shop-b", new Peer("shop-b", peer.url(), peer.link(), peer.transport(), false, 2));

        assertThat(keys.find("shop-b", key.id())).isEmpty();
        assertThat(keys.find("stranger", key.id())).isEmpty();
        assertThat(clients.given()).isEmpty();
    }

    @Test
    void aSharedSecretIsNoPublicKey() {
        clients.answer(200, "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"secret\",\"k\":\"AAAA\"}]}");

        assertThat(keys.find("shop-b", "secret")).isEmpty();
    }

    @Test
    void aPeerThatFailsHasNoKeysAndItsConnectionIsGivenBack() {
        clients.answer(503, "later");

        assertThat(keys.find("shop-b", key.id())).isEmpty();
        assertThat(clients.given()).singleElement().matches(FakeResponse::closed);
    }

    @Test
    void whatIsNoKeySetHoldsNoKeys() {
        clients.answer(200, "no key set");

        assertThat(keys.find("shop-b", key.id())).isEmpty();
    }

    @Test
    void aPeerThatFailsHoweverBadlyIsAskedAgainLater() {
        clients.answer(
                () -> {
                    throw new StackOverflowError();
                });
        assertThat(keys.find("shop-b", key.id())).isEmpty();
        clients.answer(200, document);

        await().untilAsserted(
                        () -> assertThat(keys.find("shop-b", key.id())).contains(key.publicKey()));
    }

    @Test
    void whoeverAsksAtOnceWaitsForTheSameFetch() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        clients.answer(
                () -> {
                    uninterruptibly(answered);
                    return new FakeResponse(200, document);
                });
        ExecutorService verifying = Executors.newFixedThreadPool(4);
        List<Future<Optional<Key>>> found = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            found.add(verifying.submit(() -> keys.find("shop-b", key.id())));
        }
        answered.countDown();
        verifying.shutdown();

        for (Future<Optional<Key>> one : found) {
            assertThat(one.get(10, TimeUnit.SECONDS)).contains(key.publicKey());
        }
        assertThat(clients.given()).hasSize(1);
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
