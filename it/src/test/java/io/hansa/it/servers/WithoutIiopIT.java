package io.hansa.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Narrator;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a node offers that was not asked for IIOP: HTTP, and the server's own administration; no
 * ORB.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@ExtendWith(Narrator.class)
class WithoutIiopIT {
    @ParameterizedTest
    @ValueSource(strings = {"payara", "wildfly"})
    void nothingListensThatWasNotAskedFor(String kind) throws IOException {
        try (RunningServer server = RunningServer.start(kind, "without-iiop", Map.of())) {
            assertThat(server.listeningPorts())
                    .as("HTTP and the server's administration")
                    .contains(server.proxy().base().getPort())
                    .hasSize(2);
            assertThat(server.proxy().get("/api/v1/capabilities").ok().json())
                    .doesNotContainKey("iiop");
        }
    }
}
