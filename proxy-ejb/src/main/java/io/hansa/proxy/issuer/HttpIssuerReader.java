package io.hansa.proxy.issuer;

import io.hansa.proxy.configuration.ExternalIssuer;
import io.hansa.proxy.configuration.ExternalIssuers;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.BoundedFetch;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.jose4j.lang.JoseException;

/**
 * Reads an issuer's keys over HTTP: three seconds and 256 KiB for each document, and no redirects.
 * Where no address of the keys is configured, the provider's configuration tells it (OpenID Connect
 * Discovery 1.0, section 4).
 */
final class HttpIssuerReader implements IssuerReader {
    private static final int OK = 200;
    private static final int MAX_BYTES = 256 << 10;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final HttpClient client;

    /**
     * @param executor runs what is to be done when something arrives; nothing waits there
     */
    HttpIssuerReader(Executor executor) {
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .executor(executor)
                        .build();
    }

    @Override
    public IssuerKeySet read(ExternalIssuer issuer) throws IOException {
        URI address = issuer.keys() == null ? discover(issuer) : issuer.keys();
        try {
            IssuerKeySet keys =
                    IssuerKeySet.parse(new String(read(address), StandardCharsets.UTF_8));
            if (keys.isEmpty()) {
                throw new IOException(
                        "its document has no key for RS256, ES256 or EdDSA with an id");
            }
            return keys;
        } catch (JoseException | RuntimeException malformed) {
            throw new IOException("its document is no JWK set", malformed);
        }
    }

    private URI discover(ExternalIssuer issuer) throws IOException {
        String base = issuer.url().replaceAll("/+$", "");
        try {
            JsonObject told = JsonText.object(read(URI.create(base + DISCOVERY)));
            if (told.get("issuer") instanceof JsonString named
                    && named.getString().equals(issuer.url())
                    && told.get("jwks_uri") instanceof JsonString keys) {
                return ExternalIssuers.uri("jwks_uri of the issuer's ", keys.getString());
            }
        } catch (Failure | IllegalArgumentException malformed) {
            throw new IOException("its configuration cannot be used", malformed);
        }
        throw new IOException("its configuration names another issuer, or no jwks_uri");
    }

    private byte[] read(URI address) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/json")
                        .timeout(DEADLINE)
                        .build();
        try {
            HttpResponse<byte[]> response = BoundedFetch.read(client, request, MAX_BYTES, DEADLINE);
            if (response.statusCode() != OK) {
                throw new IOException(address + " answered with status " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException late) {
            throw new IOException(address + " did not answer whole within 3 s", late);
        } catch (ExecutionException failed) {
            throw new IOException(address + ": " + failed.getCause(), failed.getCause());
        }
    }
}
