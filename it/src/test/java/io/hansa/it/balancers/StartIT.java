package io.hansa.it.balancers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Narrator;
import io.hansa.it.system.Progress;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller gets from a port before the application is there. */
@ExtendWith(Narrator.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StartIT {
    @ParameterizedTest
    @ValueSource(strings = {"micro", "payara", "wildfly"})
    void startingNodeShowsNoPage(String server) throws IOException {
        int port = RunningServer.freePort();
        URI base = URI.create("http://127.0.0.1:" + port);
        Path data = RunningServer.freshData(server, "begins");
        try (Knocking callers = Knocking.reads(base, "/api/v1/capabilities");
                Knocking probes = Knocking.reads(base, "/health/ready");
                RunningServer started =
                        RunningServer.startOn(server, "begins", Map.of(), data, port)) {
            await().until(() -> callers.count("200") > 5);
            Progress.say("%s: callers %s, readiness %s", server, callers.seen(), probes.seen());

            // WildFly keeps early requests until it runs, so that none of them need be refused.
            assertThat(callers.seen().keySet()).isSubsetOf(Knocking.REFUSED, "503 starting", "200");
            assertThat(probes.seen().keySet())
                    .isSubsetOf(Knocking.REFUSED, "503 starting", "503", "200");
            if (!server.equals("wildfly")) {
                assertThat(callers.count("503 starting")).isPositive();
            }
        }
    }
}
