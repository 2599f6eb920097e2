package io.hansa.client;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.hansa.client.testkit.FakeProxies;
import io.hansa.client.testkit.FakeProxy;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Clients that look often, so that tests are fast. */
final class Clients {
    private Clients() {}

    static HansaClientBuilder fast() {
        return HansaClient.builder().refresh(Duration.ofMillis(50)).timeout(Duration.ofSeconds(5));
    }

    static HansaClientBuilder of(FakeProxies proxies) {
        return fast().proxies(proxies.addresses());
    }

    /** Returns when the client knows the state of all of the proxies. */
    static HansaClient ready(HansaClientBuilder builder, FakeProxies proxies) {
        HansaClient client = builder.build();
        proxies.all().forEach(proxy -> awaitIn(client, proxy));
        return client;
    }

    static void awaitIn(HansaClient client, FakeProxy proxy) {
        await().until(() -> client.describe().contains(proxy.uri() + " IN"));
    }

    static HansaException failure(Callable<?> call) {
        return catchThrowableOfType(HansaException.class, call::call);
    }
}
