package io.hansa.proxy.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.hansa.proxy.configuration.ExternalIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpIssuerReaderTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final IssuerReader reader = new HttpIssuerReader(executor);
    private HttpServer server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        executor.shutdownNow();
    }

    @Test
    void discoveryTellsWhereTheKeysAre() throws Exception {
        answers("/realm/.well-known/openid-configuration", configuration(url + "/realm"));
        answers("/keys", "{\"keys\":[" + key(2048) + "]}");

        assertThat(reader.read(issuer(url + "/realm", null)).find("k", "RS256")).isPresent();
    }

    @Test
    void theKeysMayBeNamedInstead() throws Exception {
        answers("/keys", "{\"keys\":[" + key(2048) + "]}");

        assertThat(reader.read(issuer("urn:idp", URI.create(url + "/keys"))).find("k", "RS256"))
                .isPresent();
    }

    @Test
    void theConfigurationOfAnotherIssuerIsRefused() {
        answers("/.well-known/openid-configuration", configuration("https://another"));

        assertRefused(null, "names another issuer");
    }

    @Test
    void keysOfAnotherMachineWithoutTlsAreRefused() {
        answers(
                "/.well-known/openid-configuration",
                "{\"issuer\":\"%s\",\"jwks_uri\":\"http://192.0.2.1/keys\"}".formatted(url));

        assertRefused(null, "cannot be used");
    }

    @Test
    void shortAndSymmetricKeysAreLeftOut() throws Exception {
        answers(
                "/keys",
                "{\"keys\":[%s,{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"AAAA\"}]}"
                        .formatted(key(1024)));

        assertRefused(URI.create(url + "/keys"), "has no key");
    }

    @Test
    void invalidOrTooLongDocumentIsRefused() {
        answers("/keys", "<html>");
        assertRefused(URI.create(url + "/keys"), "no JWK set");
        answers("/long", " ".repeat((256 << 10) + 1));
        assertRefused(URI.create(url + "/long"), "longer than");
        assertRefused(URI.create(url + "/none"), "status 404");
    }

    private void assertRefused(URI keys, String words) {
        assertThatThrownBy(() -> reader.read(issuer(url, keys)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(words);
    }

    private String configuration(String issuer) {
        return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer, url);
    }

    private static String key(int bits) throws JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(bits);
        key.setKeyId("k");
        return key.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static ExternalIssuer issuer(String of, URI keys) {
        return new ExternalIssuer(
                of,
                keys,
                "hansa",
                "{sub}",
                new ExternalIssuer.Groups("groups", Map.of()),
                Duration.ZERO);
    }

    private void answers(String path, String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        server.createContext(
                path,
                exchange -> {
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }
}
