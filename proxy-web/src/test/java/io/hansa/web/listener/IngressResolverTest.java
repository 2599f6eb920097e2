package io.hansa.web.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.HttpListeners;
import io.hansa.proxy.configuration.TrustedProxies;
import io.hansa.proxy.failure.Failure;
import io.hansa.web.container.ContainerBehaviour;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

/** On a server that tells the local port of a listener and no name. */
class IngressResolverTest {
    private static final X509Certificate[] ANY = {anyCertificate()};

    private final IngressResolver arrivals =
            new IngressResolver(
                    new HttpListeners(Set.of("port:8080"), Set.of("port:8544")),
                    TrustedProxies.NONE,
                    ContainerBehaviour.STANDARD);

    @Test
    void theIntranetIsKnownByItsListener() {
        assertThat(arrivals.of(request(8080, false)).extranet()).isFalse();
    }

    @Test
    void theExtranetStaysTheExtranetWithoutACertificate() {
        assertThat(arrivals.of(request(8544, true)).extranet()).isTrue();
        assertThat(arrivals.of(request(8544, false)).certificate()).isNull();
        assertThat(arrivals.of(request(8544, false)).extranet()).isTrue();
    }

    @Test
    void unknownListenerIsRefused() {
        for (boolean certificate : new boolean[] {true, false}) {
            assertThatThrownBy(() -> arrivals.of(request(8444, certificate)))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            refused -> {
                                assertThat(refused.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
                                assertThat(refused.extensions()).containsKey("reason");
                            })
                    .hasMessageStartingWith("Listener port:8444 is not known;");
        }
    }

    @Test
    void listenerWithClientCertificatesIsNeverIntranet() {
        assertThatThrownBy(() -> arrivals.of(request(8080, true)))
                .hasMessageContaining("yet asks for client certificates");
    }

    private static X509Certificate anyCertificate() {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()[0];
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static HttpServletRequest request(int port, boolean certificate) {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        IngressResolverTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getLocalPort" -> port;
                                    case "isSecure" -> certificate;
                                    case "getRemoteAddr" -> "127.0.0.1";
                                    case "getAttribute" -> certificate ? ANY : null;
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
