package io.hansa.launcher.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.workspace.LaunchException;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyClientTest {

    private static final Credentials ADMIN = new Credentials("admin", "pässword");
    private static final String BASIC = "Basic YWRtaW46cMOkc3N3b3Jk";

    private final FakeProxy proxy;
    private final ProxyClient client;

    ProxyClientTest() throws IOException {
        proxy = new FakeProxy();
        client = new ProxyClient(proxy.address());
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void isReadyOnlyWith200() throws Exception {
        assertThat(client.ready()).isFalse();
        proxy.answers("/health/ready", 503, "{}");
        assertThat(client.ready()).isFalse();
        proxy.answers("/health/ready", 200, "{}");
        assertThat(client.ready()).isTrue();
        proxy.close();
        assertThat(client.ready()).isFalse();
    }

    @Test
    void takesNothingButJsonForCapabilityInformation() throws Exception {
        proxy.answers("/api/v1/capabilities", 200, "<html>");
        assertThat(client.capabilities()).isEmpty();
        proxy.answers("/api/v1/capabilities", 200, "{\"proxy\":\"shop-a\"}");
        assertThat(client.capabilities()).isPresent();
        proxy.close();
        assertThat(client.capabilities()).isEmpty();
    }

    @Test
    void takesNothingForMetricsThatIsNot200() throws Exception {
        proxy.answers("/metrics", 503, "<html>");
        assertThatThrownBy(client::metrics)
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("503");
        proxy.answers("/metrics", 200, "a 1");
        assertThat(client.metrics()).isEqualTo("a 1");
    }

    @Test
    void entersAsTheAdministrator() throws Exception {
        proxy.answers("/api/v1/admin/peers/x", 201, "");
        client.enter(AdminEntry.put("/peers/x", JsonValue.EMPTY_JSON_OBJECT), ADMIN);
        assertThat(proxy.asked())
                .containsExactly("PUT /api/v1/admin/peers/x " + BASIC + " null {}");
    }

    @Test
    void passesOnWhyAnEntryWasRefused() {
        proxy.answers(
                "/api/v1/admin/permissions",
                400,
                "{\"detail\":\"no such capability\",\"code\":\"request-invalid\"}",
                Map.of("Content-Type", "application/problem+json"));
        AdminEntry entry = AdminEntry.post("/permissions", JsonValue.EMPTY_JSON_OBJECT);
        assertThatThrownBy(() -> client.enter(entry, ADMIN))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("refused POST /permissions")
                .hasMessageContaining("no such capability")
                .hasMessageNotContaining("pässword");
    }

    @Test
    void namesTheProxyThatDidNotAnswer() {
        proxy.close();
        assertThatThrownBy(() -> client.ask("trade.settle", "", ADMIN, Duration.ofSeconds(1)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(proxy.address() + " did not answer");
    }

    @Test
    void readsTheHeadersOfAReply() throws Exception {
        proxy.answers(
                "/api/v1/services/trade.settle",
                200,
                "done",
                Map.of(
                        "Content-Type", "text/plain",
                        "Hansa-Path", "shop-a,shop-b",
                        "Hansa-Server", "shop-b/pricing-1",
                        "Hansa-Trace-Id", "4bf9"));
        ServiceReply reply = client.ask("trade.settle", "data", ADMIN, Duration.ofSeconds(9));
        assertThat(reply.path()).containsExactly("shop-a", "shop-b");
        assertThat(reply.server()).isEqualTo("shop-b/pricing-1");
        assertThat(reply.traceId()).isEqualTo("4bf9");
        assertThat(reply.body()).isEqualTo("done");
        assertThat(proxy.asked())
                .containsExactly("POST /api/v1/services/trade.settle " + BASIC + " 9000 data");
    }

    @Test
    void tokenIsFetchedWithThePassword() throws Exception {
        proxy.answers("/api/v1/token", 200, "{\"access_token\":\"a.b.c\",\"expires_in\":60}");
        assertThat(client.token(ADMIN)).isEqualTo("a.b.c");
        assertThat(proxy.asked())
                .containsExactly(
                        "POST /api/v1/token " + BASIC + " null grant_type=client_credentials");
    }

    @Test
    void answerWithoutTokenNamesTheAddress() {
        proxy.answers("/api/v1/token", 200, "{}");
        assertThatThrownBy(() -> client.token(ADMIN))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(proxy.address() + " answered without a token");
    }

    @Test
    void hasNoTraceWhereTheProxyHasNone() throws Exception {
        assertThat(client.trace("4bf9", ADMIN)).isEmpty();
    }
}
