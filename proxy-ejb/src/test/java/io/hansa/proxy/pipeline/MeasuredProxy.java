package io.hansa.proxy.pipeline;

import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.token.Keyring;
import io.hansa.proxy.tracing.TraceRecord;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A proxy with everything on that a request can meet: token, permission, rate limit, breaker and
 * balancing, a peer, and as much entered as is asked for. What costs are compared by, in tests and
 * in benchmarks.
 */
final class MeasuredProxy {
    static final String CAPABILITY = "trade.settle";
    private static final RateLimit NEVER_REACHED = new RateLimit(1_000_000, 1);
    private static final String SHOP = "account:shop";

    final ProxyInMemory proxy;
    private final String token;

    /**
     * @param keeper hears what came of each request; null: the proxy remembers that, and what was
     *     sent
     */
    MeasuredProxy(RegistrySize size, Balancing balancing, Consumer<TraceRecord> keeper) {
        proxy = new ProxyInMemory("shop-a", ProxyInMemory.LIMITS, new Keyring(), keeper);
        proxy.entered.accounts(size.accounts());
        enterTheCapability(size.servers(), balancing);
        enterOthers(size.capabilities());
        enterAPeer(size);
        if (keeper != null) {
            proxy.exchanges.forgetful();
        }
        proxy.start();
        token = proxy.token();
    }

    Asking asking() {
        return new Asking(CAPABILITY).by(token).data("basket");
    }

    /** The peer has just been heard of: what is known of it is good for some seconds. */
    void hearOfThePeer() {
        proxy.peers.refresh();
    }

    ServiceReply ask() {
        return proxy.way.process(asking().request());
    }

    private void enterTheCapability(int servers, Balancing balancing) {
        // A signature for each request would take the test longer than what is known of a peer is
        // good for.
        Replay replay = servers == 0 ? Replay.IDEMPOTENT : Replay.ONCE;
        proxy.entered
                .describe(
                        new Capability(
                                CAPABILITY,
                                "",
                                Priority.NORMAL,
                                replay,
                                2000,
                                balancing,
                                NEVER_REACHED,
                                1))
                .grant(SHOP, CAPABILITY);
        for (int i = 1; i <= servers; i++) {
            proxy.entered.server(ServerSamples.framed("trade-" + i, CAPABILITY));
            proxy.exchanges.answers("trade-" + i, "settled");
        }
    }

    private void enterOthers(int many) {
        String[] own = names("price.kind-", many);
        for (String capability : own) {
            proxy.entered.capability(capability, 2000, NEVER_REACHED).grant(SHOP, capability);
        }
        proxy.entered.server(ServerSamples.framed("price-1", own));
    }

    private void enterAPeer(RegistrySize size) {
        Stream<String> offered = Stream.of(names("stock.kind-", size.capabilities()));
        if (size.servers() == 0) {
            offered = Stream.concat(offered, Stream.of(CAPABILITY));
        }
        proxy.entered.peer("shop-b", Peer.Link.INTRANET);
        proxy.league.offers("shop-b", offered.toArray(String[]::new));
        proxy.exchanges.answers("peer:shop-b", "settled");
    }

    private static String[] names(String prefix, int many) {
        return IntStream.range(0, many).mapToObj(i -> prefix + i).toArray(String[]::new);
    }
}
