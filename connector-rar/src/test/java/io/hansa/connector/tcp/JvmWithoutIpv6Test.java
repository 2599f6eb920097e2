package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.ExchangeException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A JVM reads {@code java.net.preferIPv4Stack} once, so this test starts one of its own. */
@Timeout(60)
class JvmWithoutIpv6Test extends TcpPoolFixture {

    @Test
    void ipv6EndpointIsUnreachableWithoutIpv6() throws Exception {
        Process jvm =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.net.preferIPv4Stack=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                JvmWithoutIpv6Test.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String told = new String(jvm.getInputStream().readAllBytes(), UTF_8);

        assertThat(told).contains("UNREACHABLE, sent: false").contains("has no IPv6");
    }

    /** What the JVM without IPv6 does. */
    public static void main(String[] arguments) throws Exception {
        JvmWithoutIpv6Test fixture = new JvmWithoutIpv6Test();
        TcpPool pool = fixture.pool(target(URI.create("tcp://[::1]:9"), LINES, null));
        ExchangeException failure = failure(pool, "one", 5000);
        System.out.printf(
                "%s, sent: %s, %s%n", failure.kind(), failure.sent(), failure.getMessage());
        fixture.closeAll();
    }
}
