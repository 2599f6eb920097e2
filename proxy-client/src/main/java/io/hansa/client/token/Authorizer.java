package io.hansa.client.token;

import io.hansa.client.league.Member;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Gives the header {@code Authorization} for requests to a proxy. For many threads. */
public interface Authorizer {
    /** The header; null for none. A failure says that nothing was sent to a business server. */
    CompletableFuture<String> header(Member proxy);

    /**
     * The proxy refused that header.
     *
     * @return whether another one may help
     */
    boolean refused(Member proxy, String header);

    /** No account is shown; the certificate of the connection may show one. */
    static Authorizer none() {
        return fixed(() -> null);
    }

    /** What the program gives for each request. */
    static Authorizer fixed(Supplier<String> header) {
        return new Authorizer() {
            @Override
            public CompletableFuture<String> header(Member proxy) {
                return CompletableFuture.completedFuture(header.get());
            }

            @Override
            public boolean refused(Member proxy, String shown) {
                return false;
            }
        };
    }

    static Authorizer basic(String account, String password) {
        String header = basicHeader(account, password);
        return fixed(() -> header);
    }

    /** RFC 7617, in UTF-8. */
    static String basicHeader(String account, String password) {
        byte[] shown = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(shown);
    }
}
