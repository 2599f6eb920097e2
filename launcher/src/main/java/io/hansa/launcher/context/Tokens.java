package io.hansa.launcher.context;

import io.hansa.launcher.proxy.Credentials;
import io.hansa.launcher.remote.Answer;
import io.hansa.launcher.remote.Connection;
import java.time.Instant;

/** Gets tokens by an account's password (RFC 6749, section 4.4). */
final class Tokens {
    private Tokens() {}

    static Context signIn(Context context, String password) throws InterruptedException {
        Connection connection =
                new Connection(
                        context.url(), new Credentials(context.account(), password).header());
        Answer answer =
                connection
                        .post("/api/v1/token")
                        .body("application/x-www-form-urlencoded", "grant_type=client_credentials")
                        .send()
                        .required();
        return context.withToken(
                answer.json().getString("access_token"),
                Instant.now().plusSeconds(answer.json().getInt("expires_in")));
    }
}
