package io.hansa.it.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.ExtranetClient;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RunningServer;
import io.hansa.it.system.TestAuthority;
import io.hansa.it.system.TlsIdentity;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The extranet listener of the servers that deploy the EAR. */
@ExtendWith(Narrator.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExtranetListenerIT {
    private static final String CAPABILITIES = "/api/v1/capabilities";
    private static final Duration LONG = Duration.ofHours(1);
    private static final String SECRET = "of this test only";

    private TestAuthority authority;
    private RunningServer server;
    private URI listener;

    /** Starts the server with these settings. */
    abstract RunningServer start(Map<String, String> settings) throws IOException;

    /** What the server adds to the configured port of its listeners. */
    abstract int portOffset();

    @BeforeAll
    void startProxy(@TempDir Path directory) throws Exception {
        authority = new TestAuthority();
        TlsIdentity own = authority.issue("on-extranet", LONG);
        int port = RunningServer.freePort();
        Map<String, String> settings = new HashMap<>();
        settings.put("HANSA_EXTRANET_PORT", Integer.toString(port));
        settings.put(
                "HANSA_EXTRANET_KEYSTORE",
                own.writeKeyStore(directory.resolve("own.p12"), SECRET).toString());
        settings.put("HANSA_EXTRANET_KEYSTORE_PASSWORD", SECRET);
        settings.put(
                "HANSA_EXTRANET_TRUSTSTORE",
                own.writeTrustStore(directory.resolve("roots.p12"), SECRET).toString());
        settings.put("HANSA_EXTRANET_TRUSTSTORE_PASSWORD", SECRET);
        server = start(settings);
        listener = URI.create("https://127.0.0.1:" + (port + portOffset()));
    }

    @AfterAll
    void stopProxy() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void passwordsOpenNothing() throws Exception {
        enter("door-peer", true);
        ExtranetClient peer = new ExtranetClient(listener, authority.issue("door-peer", LONG));

        assertThat(peer.get("/api/v1/admin/accounts", RunningServer.ADMIN).status()).isEqualTo(404);
        peer.requestToken(RunningServer.ADMIN).problem(404, "not-found").withoutEffect();
        peer.call("none.such")
                .as(RunningServer.ADMIN)
                .text("data")
                .send()
                .problem(401, "authentication-failed")
                .withoutEffect();
        assertThat(peer.get(CAPABILITIES, Credentials.NONE).ok().json().getString("proxy"))
                .isEqualTo(server.proxy().id());
    }

    @Test
    void certificateThatWasNeverEnteredIsRefused() throws Exception {
        ExtranetClient unknown = new ExtranetClient(listener, authority.issue("never", LONG));

        assertThat(
                        unknown.get(CAPABILITIES, Credentials.NONE)
                                .problem(401, "authentication-failed")
                                .withoutEffect()
                                .detail())
                .contains("is of never", "no peer of this proxy");
    }

    @Test
    void callerWithoutCertificateFailsInTheHandshake() throws Exception {
        ExtranetClient unknown =
                new ExtranetClient(listener, authority.issue("never", LONG).withoutCertificate());

        assertThatThrownBy(() -> unknown.get(CAPABILITIES, Credentials.NONE))
                .isInstanceOf(IOException.class);
    }

    @Test
    void disabledPeerIsRefusedOnItsOpenConnection() throws Exception {
        enter("left-peer", true);
        ExtranetClient peer = new ExtranetClient(listener, authority.issue("left-peer", LONG));
        peer.get(CAPABILITIES, Credentials.NONE).ok();

        enter("left-peer", false);

        await("the disabled peer is refused")
                .atMost(Duration.ofSeconds(5))
                .until(() -> peer.get(CAPABILITIES, Credentials.NONE).status() == 401);
        enter("left-peer", true);
        await("the enabled peer is let in")
                .atMost(Duration.ofSeconds(5))
                .until(() -> peer.get(CAPABILITIES, Credentials.NONE).status() == 200);
    }

    @Test
    void expiredCertificateIsRefusedOnItsOpenConnection() throws Exception {
        enter("brief-peer", true);
        ExtranetClient peer =
                new ExtranetClient(listener, authority.issue("brief-peer", Duration.ofSeconds(8)));
        peer.get(CAPABILITIES, Credentials.NONE).ok();

        await("the expired certificate is refused")
                .atMost(Duration.ofSeconds(20))
                .until(() -> peer.get(CAPABILITIES, Credentials.NONE).status() == 401);
        assertThat(
                        peer.get(CAPABILITIES, Credentials.NONE)
                                .problem(401, "authentication-failed")
                                .detail())
                .contains("is valid from", "renew it");
    }

    @Test
    void serverWithAnotherPeersCertificateIsNotAsked() throws Exception {
        ProxySystem proxy = server.proxy();
        TlsIdentity other = authority.issue("other-peer", LONG);
        int port;
        try (CertifiedPeer wrong = new CertifiedPeer(0, "door.quote", other)) {
            port = wrong.port();
            enter("tls-peer", "https://127.0.0.1:" + port, true);
            await("the log names the other peer")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> server.logged("other-peer"));
            assertThat(wrong.requests()).isZero();
            assertThat(proxy.capability("door.quote")).isEmpty();
        }
        try (CertifiedPeer right =
                new CertifiedPeer(port, "door.quote", authority.issue("tls-peer", LONG))) {
            await("the capability is offered")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> proxy.capability("door.quote").isPresent());
            assertThat(right.requests()).isPositive();
        }
    }

    private void enter(String peer, boolean enabled) throws IOException {
        enter(peer, "https://127.0.0.1:9", enabled);
    }

    private void enter(String peer, String url, boolean enabled) throws IOException {
        JsonObjectBuilder entry =
                Json.createObjectBuilder()
                        .add("url", url)
                        .add("link", "EXTRANET")
                        .add("transport", "REST")
                        .add("organization", "far")
                        .add("capabilities", Json.createArrayBuilder().add("door.*"))
                        .add("enabled", enabled);
        assertThat(server.proxy().administration().put("/peers/" + peer, entry.build()).status())
                .isIn(200, 201);
    }
}
