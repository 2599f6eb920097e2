package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.ServerRequest;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.token.Keyring;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a request and a reply say besides their data passes through a peer, too. */
class HeadsThroughPeersTest {
    private final Keyring keys = new Keyring();
    private final ProxyInMemory shopA = new ProxyInMemory("shop-a", ProxyInMemory.LIMITS, keys);
    private final ProxyInMemory shopB = new ProxyInMemory("shop-b", ProxyInMemory.LIMITS, keys);

    @BeforeEach
    void twoProxies() {
        shopB.entered
                .server(ServerSamples.http("pricing-1", "price.quote"))
                .peer("shop-a", Peer.Link.INTRANET)
                .grant("peer:shop-a", "price.quote");
        shopA.entered.peer("shop-b", Peer.Link.INTRANET).grant("account:shop", "price.quote");
        shopA.league.offers("shop-b", "price.quote");
        shopB.exchanges.answers(
                "pricing-1",
                request ->
                        RecordingExchanges.reply(
                                201,
                                "application/json",
                                Map.of("etag", "\"v1\"", "content-language", "zh"),
                                "{}"));
        Wire.connect(shopA, shopB);
        shopB.start();
        shopA.start();
    }

    @Test
    void statusAndHeadersComeBack() {
        ServiceReply reply = ask("k-1");

        assertThat(reply.head().status()).isEqualTo(201);
        assertThat(reply.head().headers().get("ETag")).isEqualTo("\"v1\"");
        assertThat(reply.head().headers().get("Content-Language")).isEqualTo("zh");
        assertThat(reply.path()).containsExactly("shop-a", "shop-b");
    }

    @Test
    void serverBehindThePeerLearnsTheCaller() {
        ask("k-1");

        ServerRequest sent = shopB.exchanges.sent().get(0).request();
        assertThat(sent.headers())
                .containsEntry("Accept-Language", "zh")
                .containsEntry("Hansa-Account", "shop")
                .containsEntry("Idempotency-Key", "k-1")
                .doesNotContainKeys("User-Agent", "Hansa-Visited");
    }

    private ServiceReply ask(String key) {
        return shopA.way.process(
                new Asking("price.quote")
                        .by(shopA.token())
                        .data("{}")
                        .key(key)
                        .header("Accept-Language", "zh")
                        .header("User-Agent", "case/1")
                        .request());
    }
}
