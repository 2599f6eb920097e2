package io.hansa.client.testkit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A JUnit 5 extension: fake proxies that live as long as a test class. Before each test they forget
 * faults and calls, and those that were killed listen again.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeProxies LEAGUE = FakeProxies.offering("price.quote", "SAFE", "shop-a", "shop-b");
 * }</pre>
 */
public final class FakeProxies implements BeforeEachCallback, AfterAllCallback {
    private final List<FakeProxy> proxies;

    private FakeProxies(List<FakeProxy> proxies) {
        this.proxies = proxies;
    }

    /**
     * Starts proxies that all offer one capability.
     *
     * @param replay {@code SAFE}, {@code IDEMPOTENT} or {@code ONCE}
     */
    public static FakeProxies offering(String capability, String replay, String... ids) {
        List<FakeProxy> started = new ArrayList<>();
        for (String id : ids) {
            started.add(FakeProxy.start(id).offers(capability, replay));
        }
        return new FakeProxies(List.copyOf(started));
    }

    /** The proxies, in the order of their ids. */
    public List<FakeProxy> all() {
        return proxies;
    }

    /** One of them, from 0. */
    public FakeProxy get(int index) {
        return proxies.get(index);
    }

    /** Their addresses. */
    public URI[] addresses() {
        return proxies.stream().map(FakeProxy::uri).toArray(URI[]::new);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        proxies.forEach(FakeProxy::reset);
        proxies.forEach(proxy -> proxy.load(0).accepting(true));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        proxies.forEach(FakeProxy::close);
    }
}
