package io.hansa.it.single;

import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.ProxySystem;
import java.io.IOException;
import java.time.Duration;

/** The proxy under test. Each server is started once, so the views of its proxy share one. */
interface SeenProxy {
    String ID = "single";

    /** What an issued token is good for; the least that can be configured. */
    int TOKEN_SECONDS = 10;

    ProxySystem proxy();

    /** The administrator as this server was given its password. */
    Credentials admin();

    default void awaitMetric(String name, double value) {
        await(name + " is " + value)
                .atMost(Duration.ofSeconds(15))
                .until(() -> metric(name) == value);
    }

    default double metric(String name) throws IOException {
        return proxy().get("/metrics")
                .ok()
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
