package io.hansa.it.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.client.HansaClient;
import io.hansa.it.system.Administration;
import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Progress;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.ServiceCall;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Load through the client library on three proxies, while one dies, hangs, is overloaded, restarts
 * and moves. Each phase leaves all three at work. {@code -Pproof} restarts all three and calls for
 * longer.
 */
@ExtendWith(Narrator.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClientLibraryIT {
    private static final boolean LONG = Boolean.getBoolean("hansa.it.proof");
    private static final int CALLS = LONG ? 2_000 : 300;

    /** Few, because the requests that make the load hang for half a minute only. */
    private static final int CALLS_UNDER_LOAD = 300;

    private static CountingServer server;
    private static ThreeProxies proxies;
    private static HansaClient client;
    private static Callers callers;

    @BeforeAll
    static void start() throws IOException {
        server = new CountingServer();
        proxies = ThreeProxies.start(server);
        client =
                HansaClient.builder()
                        .addresses(() -> proxies.addresses())
                        .account("shop", "shop-demo")
                        .build();
        callers = new Callers(client);
        callers.awaitAnswers(CALLS);
    }

    @AfterAll
    static void stop() {
        if (callers != null) {
            callers.close();
        }
        if (client != null) {
            client.close();
        }
        if (proxies != null) {
            proxies.close();
        }
        server.close();
    }

    @Test
    @Order(1)
    void killedProxyFailsNoCallAndMayMove() throws IOException {
        Outcomes killed = callers.next();
        proxies.node(0).kill();
        callers.awaitAnswers(CALLS);
        check("a is killed", killed);
        assertThat(killed.share("a")).isLessThan(0.05);

        Outcomes moved = callers.next();
        proxies.startElsewhere(0);
        awaitShare("a");
        check("a comes back at another address", moved);
        assertThat(client.describe().lines().filter(line -> line.contains("proxy a,"))).hasSize(1);
    }

    @Test
    @Order(2)
    void hangingProxyFailsNoRepeatableCall() throws IOException {
        Outcomes hanging = callers.next();
        proxies.node(1).suspend();
        try {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> client.describe().contains(proxies.proxy(1).base() + " EJECTED"));
            callers.awaitAnswers(CALLS);
        } finally {
            proxies.node(1).resume();
        }
        awaitShare("b");
        check("b hangs", hanging);
    }

    @Test
    @Order(3)
    void shareFollowsTheLoad() throws IOException {
        ProxySystem loaded = proxies.proxy(2);
        try (BusinessServerSystem slow = BusinessServerSystem.that(Manners.HANGS);
                Offer offer = loaded.offer("calling.slow", slow)) {
            allowMinutes(loaded.administration(), offer.capability(), slow.id());
            ServiceCall hanging = loaded.call(offer.capability()).text("x");
            hang(hanging, ThreeProxies.CAPACITY / 2);
            awaitLoad(loaded, 0.45);
            Outcomes half = phase();
            check("c has half of its load", half);
            assertThat(half.share("c")).isLessThan(half.share("a")).isLessThan(half.share("b"));

            hang(hanging, ThreeProxies.CAPACITY / 2 - 1);
            fill(loaded, hanging);
            Outcomes full = phase();
            check("c is overloaded", full);
            assertThat(full.share("c")).isLessThan(0.02);
        }
        callers.next();
        awaitShare("c");
    }

    /** Requests that hang must not end while calls are counted. */
    private static void allowMinutes(Administration admin, String capability, String server)
            throws IOException {
        JsonObject longer = Json.createObjectBuilder().add("timeoutMillis", 120_000).build();
        admin.patch("/capabilities/" + capability, longer).ok();
        admin.patch("/servers/" + server, longer).ok();
    }

    private static void hang(ServiceCall call, int many) {
        for (int one = 0; one < many; one++) {
            call.sendAsync();
        }
    }

    private static void awaitLoad(ProxySystem loaded, double load) {
        await("the load is " + load)
                .atMost(Duration.ofSeconds(8))
                .until(() -> load(loaded) >= load);
    }

    /** One by one: what comes while others are in hand besides is refused. */
    private static void fill(ProxySystem loaded, ServiceCall hanging) {
        await("the load is 0.9")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> {
                            boolean full = load(loaded) >= 0.9;
                            if (!full) {
                                hanging.sendAsync();
                            }
                            return full;
                        });
    }

    /** Calls are counted once the callers know the load of before. */
    private static Outcomes phase() {
        callers.awaitAnswers(100);
        Outcomes outcomes = callers.next();
        callers.awaitAnswers(CALLS_UNDER_LOAD);
        return outcomes;
    }

    private static double load(ProxySystem proxy) throws IOException {
        return proxy.get("/api/v1/capabilities").ok().json().getJsonNumber("load").doubleValue();
    }

    @Test
    @Order(4)
    void restartedProxiesFailNoCall() {
        for (int proxy = 0; proxy < (LONG ? 3 : 1); proxy++) {
            String id = proxies.proxy(proxy).id();
            Outcomes restarted = callers.next();
            proxies.restart(proxy);
            awaitShare(id);
            check(id + " is restarted", restarted);
        }
    }

    /** Returns when the proxy gets calls again. */
    private static void awaitShare(String proxy) {
        Outcomes now = callers.next();
        await(proxy + " gets calls")
                .atMost(Duration.ofSeconds(90))
                .until(() -> now.share(proxy) > 0.05);
        callers.next();
    }

    private static void check(String phase, Outcomes outcomes) {
        Progress.say("  %s: %s", phase, outcomes);
        assertThat(callers.failures()).as("calls that could be answered").isEmpty();
        assertThat(outcomes.unknown()).as("in flight at most").isLessThanOrEqualTo(Callers.THREADS);
        assertThat(server.executedTwice(Callers.ONCE)).as("ONCE executed twice").isEmpty();
        assertThat(callers.answeredOnce()).allMatch(request -> server.executions(request) == 1);
    }
}
