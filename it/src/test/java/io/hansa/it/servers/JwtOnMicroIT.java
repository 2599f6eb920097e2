package io.hansa.it.servers;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.MicroOrder;
import io.hansa.it.system.MicroSystem;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.ProxySystem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another application on Payara Micro takes the tokens of a proxy. */
@ExtendWith(Narrator.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JwtOnMicroIT {
    @Test
    void anApplicationTakesTheProxysTokens() throws IOException {
        Credentials admin = Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));
        try (MicroSystem node =
                MicroSystem.start(MicroOrder.proxy(List.of("-Dhansa.proxy.id=issuing")))) {
            ProxySystem proxy = new ProxySystem("issuing", node.base(), admin);
            try (MicroSystem other =
                    MicroSystem.start(
                            MicroOrder.application(
                                    JwtApplication.war(proxy), List.of(), "/up.txt"))) {
                JwtApplication.assertTakesTokensOf(proxy, other.base());
            }
        }
    }
}
