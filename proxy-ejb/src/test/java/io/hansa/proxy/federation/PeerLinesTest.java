package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.configuration.ExtranetStores;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeerLinesTest {
    private final PeerLines lines =
            new PeerLines(
                    ExtranetStores.NONE, new PeerCertificates(Clock.systemUTC()), Runnable::run);

    @Test
    void plainHttpNeedsNoKeys() {
        assertThat(lines.context(FakeLeague.peer("shop-b", Peer.Link.INTRANET))).isNull();
    }

    @Test
    void theExtranetWithoutKeysNamesWhatToSet() {
        assertThatThrownBy(() -> lines.context(FakeLeague.peer("tickets", Peer.Link.EXTRANET)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Peer tickets is reached by https; set hansa.extranet.keystore and"
                                + " hansa.extranet.truststore on this node.");
    }

    @Test
    void storesThatCannotBeOpenedSayWhy() {
        PeerLines without =
                new PeerLines(
                        new ExtranetStores(Optional.empty(), "The key store is damaged."),
                        new PeerCertificates(Clock.systemUTC()),
                        Runnable::run);

        assertThatThrownBy(() -> without.context(FakeLeague.peer("tickets", Peer.Link.EXTRANET)))
                .hasMessage("Peer tickets is reached by https; The key store is damaged.");
    }
}
