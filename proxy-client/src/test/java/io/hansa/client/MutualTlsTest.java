package io.hansa.client;

import static io.hansa.client.Clients.failure;
import static io.hansa.client.Clients.fast;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.client.testkit.FakeProxy;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real certificates, and a server of the JDK that demands one. */
class MutualTlsTest {
    private static final String ADDRESS = "127.0.0.1";
    private static final TestAuthority LEAGUE = new TestAuthority("League");

    /** Of the same name, so that its certificates are shown; with another key. */
    private static final TestAuthority IMPOSTOR = new TestAuthority("League");

    private final FakeProxy proxy =
            FakeProxy.startTls("a", LEAGUE.showing(LEAGUE, ADDRESS), true).offers("trade.settle");

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void rightCertificateIsAccepted() {
        try (HansaClient client = client(LEAGUE.showing(LEAGUE, ADDRESS))) {
            assertThat(client.capability("trade.settle").send("x").body()).isEqualTo("x");
            assertThat(client.describe()).contains("https://127.0.0.1");
        }
    }

    @Test
    void missingCertificateIsNamed() {
        assertThat(refusal(LEAGUE.trusting()))
                .contains(proxy.uri() + " ended the TLS connection")
                .contains("tls(…) must give one that it trusts");
    }

    @Test
    void wrongCertificateIsNamed() {
        assertThat(refusal(LEAGUE.showing(IMPOSTOR, ADDRESS)))
                .contains(proxy.uri() + " ended the TLS connection")
                .contains("tls(…) must give one that it trusts");
    }

    @Test
    void proxyOfUnknownAuthorityIsNotTrusted() {
        assertThat(refusal(IMPOSTOR.showing(LEAGUE, ADDRESS)))
                .contains("the client does not trust the certificate of " + proxy.uri())
                .contains("its authority belongs into tls(…)");
    }

    @Test
    void certificateForAnotherHostIsNotTrusted() {
        try (FakeProxy elsewhere =
                        FakeProxy.startTls("b", LEAGUE.showing(LEAGUE, "127.0.0.2"), true);
                HansaClient client =
                        fast().proxies(elsewhere.uri())
                                .tls(LEAGUE.showing(LEAGUE, ADDRESS))
                                .build()) {
            assertThat(failure(() -> client.capability("trade.settle").send("x")))
                    .hasMessageContaining("does not trust the certificate of " + elsewhere.uri())
                    .hasMessageContaining("127.0.0.1");
        }
    }

    /** The message, one line, of a call that reached no business server. */
    private String refusal(SSLContext tls) {
        try (HansaClient client = client(tls)) {
            HansaException failed = failure(() -> client.capability("trade.settle").send("x"));
            assertThat(failed.code()).isEqualTo("peer-unreachable");
            assertThat(failed.effect()).isEqualTo(Effect.NONE);
            assertThat(failed.getMessage()).doesNotContain("\n");
            assertThat(proxy.received()).isEmpty();
            return failed.getMessage();
        }
    }

    private HansaClient client(SSLContext tls) {
        return fast().proxies(proxy.uri()).tls(tls).build();
    }
}
