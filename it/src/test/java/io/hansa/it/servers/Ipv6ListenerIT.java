package io.hansa.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Narrator;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that listens on {@code ::1} and is called by that address. */
@ExtendWith(Narrator.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class Ipv6ListenerIT {
    @ParameterizedTest
    @ValueSource(strings = {"micro", "payara", "wildfly"})
    void nodeListensOnIpv6Address(String kind) throws IOException {
        try (RunningServer server = RunningServer.startOnIpv6(kind, "ipv6")) {
            assertThat(server.proxy().base().getHost()).isEqualTo("[::1]");
            server.proxy().get("/health/live").ok();
            server.proxy().administration().get("/accounts").ok();
            assertThat(server.proxy().token(RunningServer.ADMIN)).isNotEmpty();
        }
    }
}
