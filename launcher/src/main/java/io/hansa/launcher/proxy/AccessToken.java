package io.hansa.launcher.proxy;

import io.hansa.launcher.remote.Connection;
import io.hansa.launcher.workspace.LaunchException;
import jakarta.json.JsonObject;
import java.time.Instant;

/** A bearer token of an account, by OAuth 2 client credentials (RFC 6749, section 4.4). */
public record AccessToken(String value, Instant expiresAt) {

    /**
     * Fetches one.
     *
     * @throws LaunchException with the proxy's sentence, such as that the password is wrong
     */
    public static AccessToken of(Connection proxy, Credentials account)
            throws InterruptedException {
        JsonObject issued =
                proxy.post("/api/v1/token")
                        .header("Authorization", account.header())
                        .body("application/x-www-form-urlencoded", "grant_type=client_credentials")
                        .send()
                        .required()
                        .json();
        if (!issued.containsKey("access_token") || !issued.containsKey("expires_in")) {
            throw new LaunchException(
                    "%s answered without a token; is this the address of a proxy?"
                            .formatted(proxy.base()));
        }
        return new AccessToken(
                issued.getString("access_token"),
                Instant.now().plusSeconds(issued.getInt("expires_in")));
    }

    @Override
    public String toString() {
        return "token until " + expiresAt;
    }
}
