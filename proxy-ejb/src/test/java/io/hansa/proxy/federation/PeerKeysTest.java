package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.token.SigningKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeerKeysTest {
    private final Map<String, Peer> known = new HashMap<>();
    private final SigningKey key = new SigningKey();
    private final FakeRestClients clients = new FakeRestClients();
    private final PeerKeys keys = new PeerKeys(() -> known, new PeerLines(Optional.empty()));

    PeerKeysTest() {
        known.put("shop-b", FakeLeague.peer("shop-b", Peer.Link.INTRANET));
        clients.answer(200, "{\"keys\":[" + key.publicJwk() + "]}");
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

        assertThat(clients.given()).hasSize(1);
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
    void whatIsNoKeySetAndWhoIsNotThereHaveNoKeys() {
        clients.answer(200, "no key set");
        assertThat(keys.find("shop-b", key.id())).isEmpty();

        PeerKeys others = new PeerKeys(() -> known, new PeerLines(Optional.empty()));
        clients.fail(new IllegalStateException("gone"));
        assertThat(others.find("shop-b", key.id())).isEmpty();
    }
}
