package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeerLinesTest {
    private final FakeRestClients clients = new FakeRestClients();
    private final PeerLines lines = new PeerLines(Optional.empty());
    private final Peer peer = FakeLeague.peer("shop-b", Peer.Link.INTRANET);

    @AfterEach
    void takeDown() {
        clients.close();
    }

    @Test
    void aChangedEntryGetsALineOfItsOwn() {
        Peer moved =
                new Peer(
                        "shop-b",
                        URI.create("http://127.0.0.1:10"),
                        peer.link(),
                        peer.transport(),
                        true,
                        2);
        lines.to(peer);
        lines.to(moved);
        lines.to(moved);

        assertThat(clients.built()).isEqualTo(2);
    }

    @Test
    void aForgottenPeerIsReachedAnew() {
        lines.to(peer);
        lines.forget("shop-b");
        lines.to(peer);

        assertThat(clients.built()).isEqualTo(2);
    }

    @Test
    void plainHttpNeedsNoKeys() {
        assertThat(lines.context(peer)).isNull();
    }

    @Test
    void theExtranetWithoutKeysNamesWhatToSet() {
        assertThatThrownBy(() -> lines.to(FakeLeague.peer("tickets", Peer.Link.EXTRANET)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Peer tickets is reached by https; set hansa.extranet.keystore and"
                                + " hansa.extranet.truststore on this node.");
    }
}
