package io.hansa.it.servers;

import io.hansa.it.system.Narrator;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another application beside the proxy on the same Payara Server takes its tokens. */
@ExtendWith(Narrator.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JwtOnPayaraIT {
    @Test
    void anApplicationTakesTheProxysTokens() throws IOException {
        try (RunningServer server = RunningServer.start("payara", "issuing", Map.of())) {
            Files.copy(
                    JwtApplication.war(server.proxy()),
                    server.instanceRoot().resolve("autodeploy").resolve("jwt-app.war"));
            JwtApplication.assertTakesTokensOf(
                    server.proxy(), URI.create(server.proxy().base() + "/jwt-app"));
        }
    }
}
