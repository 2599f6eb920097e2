package io.hansa.client.testkit;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The tokens of a fake proxy. For many threads. */
final class FakeTokens {
    private final AtomicInteger issued = new AtomicInteger();
    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private volatile Duration lifetime = Duration.ofMinutes(15);
    private volatile boolean demanded;

    String issue(String proxy) {
        String token = proxy + "-token-" + issued.incrementAndGet();
        valid.add(token);
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                .formatted(token, lifetime.toSeconds());
    }

    boolean accepts(String authorization) {
        return !demanded
                || authorization != null
                        && authorization.startsWith("Bearer ")
                        && valid.contains(authorization.substring("Bearer ".length()));
    }

    void lifetime(Duration now) {
        lifetime = now;
    }

    void demand() {
        demanded = true;
    }

    void revoke() {
        valid.clear();
    }

    int issued() {
        return issued.get();
    }
}
