package io.hansa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.console.ConsoleSite.Role;
import jakarta.json.Json;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** A peer that takes connections and says nothing keeps no page from answering. */
@WithConsole
class SilentPeerIT {
    @Test
    void aSilentPeerFreezesNoPage(ConsoleSite site) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Person admin = site.signedIn(Role.ADMIN)) {
            site.proxy()
                    .administration()
                    .put(
                            "/peers/silent",
                            Json.createObjectBuilder()
                                    .add("url", "http://127.0.0.1:" + silent.getLocalPort())
                                    .add("link", "INTRANET")
                                    .build())
                    .status(201);
            for (String page : new String[] {"overview", "peers", "peers/silent", "operating"}) {
                long began = System.nanoTime();
                admin.goTo(page);
                assertThat((System.nanoTime() - began) / 1_000_000).as(page).isLessThan(3000);
            }
            admin.goTo("peers/silent");
            admin.sees("What it says now");
        } finally {
            site.proxy().administration().deleteAll("/peers/silent");
        }
    }
}
