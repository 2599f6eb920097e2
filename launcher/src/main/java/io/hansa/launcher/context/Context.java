package io.hansa.launcher.context;

import io.hansa.launcher.proxy.AccessToken;
import io.hansa.launcher.proxy.Credentials;
import io.hansa.launcher.remote.Connection;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Instant;

/**
 * One proxy and one account.
 *
 * @param account null: commands ask without signing in
 * @param password where the password is, as {@link PasswordSource} reads it; null: it is not kept
 * @param token the latest token; null: none
 * @param expiresAt the end of the token; null where there is none
 */
public record Context(URI url, String account, String password, String token, Instant expiresAt) {
    private static final int SPARE_SECONDS = 10;

    public static Context of(URI url, String account, String password) {
        return new Context(url, account, password, null, null);
    }

    /** This context with a new token, which the proxy is asked for. */
    public Context signIn(String secret) throws InterruptedException {
        AccessToken issued =
                AccessToken.of(new Connection(url, null), new Credentials(account, secret));
        return new Context(url, account, password, issued.value(), issued.expiresAt());
    }

    /** Whether the token is good for a request now. */
    public boolean isSignedIn(Instant now) {
        return token != null && now.plusSeconds(SPARE_SECONDS).isBefore(expiresAt);
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("url", url.toString());
        add(json, "account", account);
        add(json, "password", password);
        add(json, "token", token);
        add(json, "expiresAt", expiresAt);
        return json.build();
    }

    static Context of(JsonObject json) {
        String end = json.getString("expiresAt", null);
        return new Context(
                URI.create(json.getString("url")),
                json.getString("account", null),
                json.getString("password", null),
                json.getString("token", null),
                end == null ? null : Instant.parse(end));
    }

    private static void add(JsonObjectBuilder json, String name, Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }
}
