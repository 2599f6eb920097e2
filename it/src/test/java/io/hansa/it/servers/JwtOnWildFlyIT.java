package io.hansa.it.servers;

import io.hansa.it.system.Narrator;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another application on a WildFly of its own takes the tokens of a proxy on WildFly. */
@ExtendWith(Narrator.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JwtOnWildFlyIT {
    @Test
    void anApplicationTakesTheProxysTokens() throws IOException {
        try (RunningServer issuer = RunningServer.start("wildfly", "issuing", Map.of());
                JwtOnWildFly application = JwtOnWildFly.start(JwtApplication.war(issuer.proxy()))) {
            JwtApplication.assertTakesTokensOf(issuer.proxy(), application.base());
        }
    }
}
