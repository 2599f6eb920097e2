package io.hansa.it.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.LegacySystem;
import io.hansa.it.system.MicroOrder;
import io.hansa.it.system.MicroSystem;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Problem;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A business server that speaks TLS and accepts only the proxy, with the profiles that
 * docs/connector.md describes.
 */
class TlsServerIT {
    private static final Credentials ADMIN =
            Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));

    /**
     * With time for the first handshake of a node that has just started, which takes the longest of
     * all.
     */
    private static final String LINES =
            "\"framing\":{\"type\":\"delimiter\",\"hex\":\"0A\"},\"connectTimeoutMillis\":5000,";

    private static TlsKey bank;
    private static TlsKey elsewhere;
    private static TlsKey proxysKey;
    private static MicroSystem node;
    private static ProxySystem proxy;

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        bank = TlsKey.of("ip:127.0.0.1", directory);
        elsewhere = TlsKey.of("dns:elsewhere.example", directory);
        proxysKey = TlsKey.of("dns:proxy.example", directory);
        Path trust = TlsKey.trust(directory.resolve("trust.p12"), bank, elsewhere);
        node =
                MicroSystem.start(
                        MicroOrder.proxy(
                                List.of(
                                        "-Dhansa.proxy.id=tls",
                                        "-Dhansa.tls.bank.keystore=" + proxysKey.file(),
                                        "-Dhansa.tls.bank.keystore-password=" + TlsKey.PASSWORD,
                                        "-Dhansa.tls.bank.truststore=" + trust,
                                        "-Dhansa.tls.bank.truststore-password=" + TlsKey.PASSWORD,
                                        "-Dhansa.tls.keyless.truststore=" + trust,
                                        "-Dhansa.tls.keyless.truststore-password="
                                                + TlsKey.PASSWORD)));
        proxy = new ProxySystem("tls", node.base(), ADMIN);
        JsonObject shop =
                Json.createObjectBuilder()
                        .add("password", "shop-demo")
                        .add("roles", Json.createArrayBuilder().add("CALLER"))
                        .build();
        proxy.administration().put("/accounts/shop", shop).status(201);
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void profilesKeyAndTrustOpenAKeptConnection() throws Exception {
        try (LegacySystem server = server("bank", bank.doorFor(proxysKey));
                Offer offer = proxy.offer("tls.known", server)) {
            assertThat(ask(offer, "one").ok().text()).isEqualTo("one");
            assertThat(ask(offer, "two").ok().text()).isEqualTo("two");
            assertThat(server.requests()).as("connections").isEqualTo(1);
        }
    }

    @Test
    void certificateForAnotherHostHasEffectNone() throws Exception {
        AtomicReference<LegacySystem.Door> door =
                new AtomicReference<>(elsewhere.doorFor(proxysKey));
        try (LegacySystem server = server("bank", socket -> door.get().enter(socket));
                Offer offer = proxy.offer("tls.mismatch", server)) {
            Problem problem = ask(offer, "one").problem(502, "server-unreachable");
            problem.withoutEffect();
            assertThat(heard).isEmpty();

            door.set(bank.doorFor(proxysKey));

            assertThat(ask(offer, "two").ok().text()).isEqualTo("two");
            assertThat(heard).containsExactly("two");
        }
    }

    @Test
    void unknownAuthorityIsNotTrusted() throws Exception {
        try (LegacySystem server = server("bank", proxysKey.doorFor(proxysKey));
                Offer offer = proxy.offer("tls.unknown", server)) {
            ask(offer, "one").problem(502, "server-unreachable").withoutEffect();
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void profileWithoutKeyIsRefusedByTheServer() throws Exception {
        try (LegacySystem server = server("keyless", bank.doorFor(proxysKey));
                Offer offer = proxy.offer("tls.keyless", server)) {
            ask(offer, "one").problem(502, "server-unreachable");
            assertThat(heard).isEmpty();
        }
    }

    private LegacySystem server(String profile, LegacySystem.Door door) throws IOException {
        return new LegacySystem(
                LINES + "\"tls\":\"" + profile + "\"", "tls", door, Conversations.echoing(heard));
    }

    private static Reply ask(Offer offer, String text) throws IOException {
        return proxy.call(offer.capability()).text(text).send();
    }
}
