package io.hansa.launcher.proxy;

import io.hansa.launcher.remote.Answer;
import io.hansa.launcher.remote.Connection;
import io.hansa.launcher.workspace.LaunchException;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What those who start a proxy ask it: whether it is ready, what it offers, and to take its first
 * entries. Thread-safe; every call is bounded by a timeout.
 */
public final class ProxyClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PROBE = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final Connection proxy;

    public ProxyClient(URI base) {
        proxy = new Connection(base, null);
    }

    /** Whether {@code /health/ready} answers 200; an unreachable proxy is not ready. */
    public boolean ready() throws InterruptedException {
        return probe("/health/ready").isPresent();
    }

    /** The capability information, or nothing when the proxy does not answer with it. */
    public Optional<JsonObject> capabilities() throws InterruptedException {
        return probe("/api/v1/capabilities").flatMap(Answer::object);
    }

    private Optional<Answer> probe(String path) throws InterruptedException {
        return proxy.get(path).within(PROBE).sendIfReachable().filter(ProxyClient::isOk);
    }

    /**
     * Sends one entry to the administration API.
     *
     * @throws LaunchException with the proxy's own words when it refuses
     */
    public void enter(AdminEntry entry, Credentials administrator) throws InterruptedException {
        Answer answer =
                proxy.ask(entry.method(), "/api/v1/admin" + entry.path())
                        .within(ANSWER)
                        .header("Authorization", administrator.header())
                        .body(entry.body())
                        .send();
        if (!answer.isGood()) {
            LaunchException refusal = answer.failure();
            throw new LaunchException(
                    refusal.status(),
                    "%s refused %s %s: %s"
                            .formatted(
                                    proxy.base(),
                                    entry.method(),
                                    entry.path(),
                                    refusal.getMessage()));
        }
    }

    /** The value of a bearer token for the account. */
    public String token(Credentials account) throws InterruptedException {
        return AccessToken.of(proxy, account).value();
    }

    /** Its metrics as Prometheus text. */
    public String metrics() throws InterruptedException {
        return proxy.get("/metrics").within(ANSWER).send().required().text();
    }

    /** The proxy's part of a trace, or nothing when it has none. */
    public Optional<JsonObject> trace(String traceId, Credentials administrator)
            throws InterruptedException {
        Answer answer =
                proxy.get("/api/v1/admin/traces")
                        .segment(traceId)
                        .within(ANSWER)
                        .header("Authorization", administrator.header())
                        .send();
        return isOk(answer) ? Optional.of(answer.json()) : Optional.empty();
    }

    /** Asks for a capability with text as business data. */
    public ServiceReply ask(String capability, String data, Credentials account, Duration patience)
            throws InterruptedException {
        return ServiceReply.of(
                proxy.post("/api/v1/services")
                        .segment(capability)
                        .within(patience.plus(CONNECT))
                        .header("Authorization", account.header())
                        .header("Hansa-Timeout-Ms", Long.toString(patience.toMillis()))
                        .body("text/plain; charset=utf-8", data)
                        .send());
    }

    private static boolean isOk(Answer answer) {
        return answer.status() == OK;
    }
}
