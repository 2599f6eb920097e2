package io.hansa.demo.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.launcher.proxy.FakeProxy;
import io.hansa.launcher.proxy.ProxyClient;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    @Test
    void isReadyWhenBothPeersAreAvailable() throws Exception {
        try (FakeProxy proxy = new FakeProxy()) {
            ProxyClient client = new ProxyClient(proxy.address());
            assertThat(Readiness.seesItsPeers(client)).isFalse();
            offers(proxy, offered("price.quote", "shop-b", true));
            assertThat(Readiness.seesItsPeers(client)).isFalse();
            offers(proxy, both("shop-b", false));
            assertThat(Readiness.seesItsPeers(client)).isFalse();
            offers(proxy, both("local", true));
            assertThat(Readiness.seesItsPeers(client)).isFalse();
            offers(proxy, both("shop-b", true));
            assertThat(Readiness.seesItsPeers(client)).isTrue();
        }
    }

    private static String both(String prices, boolean available) {
        return offered("price.quote", prices, available)
                + ","
                + offered("ticket.issue", "tickets", true);
    }

    private static String offered(String name, String via, boolean available) {
        return "{\"name\":\"%s\",\"via\":\"%s\",\"available\":%s}".formatted(name, via, available);
    }

    private static void offers(FakeProxy proxy, String capabilities) {
        proxy.answers("/api/v1/capabilities", 200, "{\"capabilities\":[" + capabilities + "]}");
    }
}
