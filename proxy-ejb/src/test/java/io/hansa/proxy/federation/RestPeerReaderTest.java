package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import io.hansa.proxy.configuration.ExtranetStores;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestPeerReaderTest {
    private static final String STATUS =
            """
            {"proxy":"shop-b","region":"shanghai","organization":"shop","load":0.25,"threshold":0.8,
             "accepting":true,"capabilities":[
               {"name":"price.quote","priority":"CORE","via":"local","available":true},
               {"name":"ticket.issue","via":"tickets","available":false,"of-the-future":1}]}""";

    private final PeerServer server = new PeerServer();
    private final Peer peer = server.peer("shop-b");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final RestPeerReader reader =
            new RestPeerReader(
                    new PeerLines(
                            ExtranetStores.NONE, new PeerCertificates(Clock.systemUTC()), threads));

    @AfterEach
    void takeDown() {
        server.close();
        threads.shutdownNow();
    }

    @Test
    void readsTheCapabilityInformation() throws IOException {
        server.answers(200, STATUS);

        ProxyStatus status = reader.read(peer);

        assertThat(status.load()).isEqualTo(0.25);
        assertThat(status.threshold()).isEqualTo(0.8);
        assertThat(status.accepting()).isTrue();
        assertThat(status.capabilities())
                .extracting(OfferedCapability::name)
                .containsExactly("price.quote", "ticket.issue");
        assertThat(status.capabilities().get(1).priority()).isEqualTo("NORMAL");
    }

    @Test
    void readsTheAgeOfTheLoad() throws IOException {
        server.answers(200, STATUS);
        assertThat(reader.read(peer).loadAgeMillis()).isZero();

        server.answers(200, STATUS.replace("\"load\"", "\"loadAgeMillis\":7000,\"load\""));

        assertThat(reader.read(peer).loadAgeMillis()).isEqualTo(7000);
    }

    @Test
    void proxyWithAnotherIdIsNotThePeer() {
        server.answers(200, STATUS.replace("\"shop-b\"", "\"shop-x\""));

        assertThatThrownBy(() -> reader.read(peer))
                .isInstanceOf(IOException.class)
                .hasMessage("it says that it is proxy shop-x; correct the peer's url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{}",
                "{\"proxy\":1}",
                "{\"proxy\":\"shop-b\",\"load\":\"low\",\"threshold\":1,\"accepting\":true,\"capabilities\":[]}",
                "{\"proxy\":\"shop-b\",\"load\":0,\"threshold\":1,\"accepting\":true,\"capabilities\":[1]}",
                "{\"proxy\":\"shop-b\",\"load\":0,\"loadAgeMillis\":\"old\",\"threshold\":1,\"accepting\":true,\"capabilities\":[]}",
                "{\"proxy\":\"shop-b\",\"load\":0,\"threshold\":1,\"accepting\":1,\"capabilities\":[]}"
            })
    void whatIsNotWhatWasAgreedIsRefused(String document) {
        server.answers(200, document);

        assertThatThrownBy(() -> reader.read(peer))
                .isInstanceOf(IOException.class)
                .hasMessage("its capability information is malformed");
    }

    @Test
    void errorStatusIsReportedWithItsReason() {
        server.answers(401, "{\"detail\":\"who are you?\"}");

        assertThatThrownBy(() -> reader.read(peer))
                .hasMessage("it answered with status 401: {\"detail\":\"who are you?\"}");
    }

    @Test
    void aPeerThatDripsIsCutOff() {
        server.drips();

        assertThatThrownBy(() -> reader.read(peer))
                .hasMessage("it did not answer whole within 2000 ms");
    }

    @Test
    void endlessDocumentIsNotReadToItsEnd() {
        server.answers(200, " ".repeat((1 << 20) + 1));

        assertThatThrownBy(() -> reader.read(peer))
                .hasMessage("its document is longer than 1048576 bytes");
    }
}
