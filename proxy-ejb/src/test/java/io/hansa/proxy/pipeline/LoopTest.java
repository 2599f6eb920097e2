package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.token.Keyring;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that would go round, and those that only look like it (R6). */
class LoopTest {
    private final Keyring keys = new Keyring();
    private final ProxyInMemory a =
            new ProxyInMemory("shop-a", new Limits(1000, 10, 0.9, 4, 900), keys);
    private final ProxyInMemory b =
            new ProxyInMemory("shop-b", new Limits(1000, 10, 0.9, 4, 900), keys);

    @BeforeEach
    void twoPeersWithAServerEach() {
        a.entered
                .server(ServerSamples.framed("a-1", "x"))
                .peer("shop-b", Peer.Link.INTRANET)
                .grant("account:shop", "x")
                .grant("peer:shop-b", "x");
        b.entered
                .server(ServerSamples.framed("b-1", "y"))
                .peer("shop-a", Peer.Link.INTRANET)
                .grant("peer:shop-a", "x")
                .grant("peer:shop-a", "y");
        a.league.offers("shop-b", "y");
        b.league.offers("shop-a", "x");
        Wire.connect(a, b);
        Wire.connect(b, a);
    }

    @Test
    void requestIsNotSentToAVisitedProxy() {
        a.exchanges.answers("a-1", "HANSA-ASSIST y\ndata");
        b.exchanges.answers("b-1", "HANSA-ASSIST x\ndata");
        a.start();
        b.start();

        Failure refusal = a.refusal("x", "data");

        assertThat(refusal.code()).isEqualTo(ErrorCode.LOOP_DETECTED);
        assertThat(refusal.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(refusal)
                .hasMessage(
                        "The request came back to where it had been: shop-a/x > shop-b/y > shop-a/x.");
        assertThat(refusal.extensions().get("path").toString())
                .isEqualTo("[\"shop-a\",\"shop-b\",\"shop-a\"]");
        assertThat(a.exchanges.targets()).containsExactly("a-1", "peer:shop-b");
        assertThat(b.exchanges.targets()).containsExactly("b-1");
        assertThat(a.node.inFlight()).isZero();
        assertThat(b.node.inFlight()).isZero();
    }

    @Test
    void returnedRequestIsRefusedByItsFirstProxy() {
        a.start();

        Failure refusal =
                a.refusal(
                        new Asking("x")
                                .by(a.peerToken("shop-b", "shop"))
                                .visited("shop-a/x,shop-b/y"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.LOOP_DETECTED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        assertThat(refusal.extensions())
                .containsEntry("path", List.of("shop-a", "shop-b", "shop-a"));
        assertThat(a.exchanges.sent()).isEmpty();
    }

    @Test
    void sameCapabilityAtAnotherProxyIsNoLoop() {
        b.entered.server(ServerSamples.framed("b-2", "x"));
        a.league.offers("shop-b", "x", "y");
        a.exchanges.answers("a-1", "HANSA-ASSIST x\ndata");
        b.exchanges.answers("b-2", "done");
        a.start();
        b.start();

        ServiceReply reply = a.call("x", "data");

        assertThat(reply.server()).isEqualTo("shop-b/b-2");
        assertThat(reply.path()).containsExactly("shop-a", "shop-b");
    }

    @Test
    void serverAskingForOwnCapabilityIsALoop() {
        a.exchanges.answers("a-1", "HANSA-ASSIST x\ndata");
        a.league.silent("shop-b");
        a.start();

        Failure refusal = a.refusal("x", "data");

        assertThat(refusal.code()).isEqualTo(ErrorCode.LOOP_DETECTED);
        assertThat(refusal.extensions()).containsEntry("path", List.of("shop-a"));
        assertThat(a.exchanges.targets()).containsExactly("a-1");
    }

    @Test
    void theWayIsBoundedOnThisProxy() {
        for (int i = 1; i <= 6; i++) {
            a.entered.server(ServerSamples.framed("s" + i, "c" + i)).grant("account:shop", "c" + i);
            a.exchanges.answers("s" + i, "HANSA-ASSIST c" + (i + 1) + "\ndata");
        }
        a.start();

        Failure refusal = a.refusal("c1", "data");

        assertThat(refusal.code()).isEqualTo(ErrorCode.LOOP_DETECTED);
        assertThat(refusal)
                .hasMessage(
                        "The request passed through 4 capabilities, the most allowed:"
                                + " shop-a/c1 > shop-a/c2 > shop-a/c3 > shop-a/c4.");
        assertThat(a.exchanges.targets()).containsExactly("s1", "s2", "s3", "s4");
    }

    @Test
    void theWayIsBoundedAcrossProxies() {
        a.start();
        String way =
                IntStream.range(0, 4)
                        .mapToObj(i -> "p" + i + "/c")
                        .collect(Collectors.joining(","));

        Failure refusal = a.refusal(new Asking("x").by(a.peerToken("shop-b", "shop")).visited(way));

        assertThat(refusal.code()).isEqualTo(ErrorCode.LOOP_DETECTED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void pathClaimedByAnAccountIsIgnored() {
        a.exchanges.answers("a-1", "done");
        a.start();

        ServiceReply reply =
                a.way.process(new Asking("x").by(a.token()).visited("shop-a/x,shop-b/y").request());

        assertThat(reply.path()).containsExactly("shop-a");
    }
}
