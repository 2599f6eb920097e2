package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestPeerReaderTest {
    private static final Peer PEER = FakeLeague.peer("shop-b", Peer.Link.INTRANET);
    private static final String STATUS =
            """
            {"proxy":"shop-b","region":"shanghai","organization":"shop","load":0.25,"threshold":0.8,
             "accepting":true,"capabilities":[
               {"name":"price.quote","priority":"CORE","via":"local","available":true},
               {"name":"ticket.issue","via":"tickets","available":false,"of-the-future":1}]}""";

    private final FakeRestClients clients = new FakeRestClients();
    private final RestPeerReader reader = new RestPeerReader(new PeerLines(Optional.empty()));

    @AfterEach
    void takeDown() {
        clients.close();
    }

    @Test
    void whatThePeerTellsIsRead() throws IOException {
        clients.answer(200, STATUS);

        ProxyStatus status = reader.read(PEER);

        assertThat(status.load()).isEqualTo(0.25);
        assertThat(status.threshold()).isEqualTo(0.8);
        assertThat(status.accepting()).isTrue();
        assertThat(status.capabilities())
                .extracting(OfferedCapability::name)
                .containsExactly("price.quote", "ticket.issue");
        assertThat(status.capabilities().get(1).priority()).isEqualTo("NORMAL");
    }

    @Test
    void theAgeOfTheLoadIsReadWhereThePeerTellsIt() throws IOException {
        clients.answer(200, STATUS);
        assertThat(reader.read(PEER).loadAgeMillis()).isZero();

        clients.answer(200, STATUS.replace("\"load\"", "\"loadAgeMillis\":7000,\"load\""));

        assertThat(reader.read(PEER).loadAgeMillis()).isEqualTo(7000);
    }

    @Test
    void oneClientServesManyReadsAndEachGivesItsConnectionBack() throws IOException {
        clients.answer(200, STATUS);
        reader.read(PEER);
        reader.read(PEER);

        assertThat(clients.built()).isEqualTo(1);
        assertThat(clients.given()).hasSize(2).allMatch(FakeResponse::closed);
    }

    @Test
    void aProxyOfAnotherNameIsNotThePeer() {
        clients.answer(200, STATUS.replace("\"shop-b\"", "\"shop-x\""));

        assertThatThrownBy(() -> reader.read(PEER))
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
        clients.answer(200, document);

        assertThatThrownBy(() -> reader.read(PEER))
                .isInstanceOf(IOException.class)
                .hasMessage("its capability information is malformed");
    }

    @Test
    void anErrorStatusIsToldAndItsConnectionGivenBack() {
        clients.answer(503, STATUS);

        assertThatThrownBy(() -> reader.read(PEER)).hasMessage("it answered with status 503");
        assertThat(clients.given()).allMatch(FakeResponse::closed);
    }

    @Test
    void aDocumentWithoutEndIsNotReadToItsEnd() {
        clients.answer(200, " ".repeat((1 << 20) + 1));

        assertThatThrownBy(() -> reader.read(PEER))
                .hasMessage("its document is longer than 1048576 bytes");
    }
}
