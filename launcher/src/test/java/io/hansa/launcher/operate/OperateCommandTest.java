package io.hansa.launcher.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.launcher.CommandRun;
import io.hansa.launcher.proxy.FakeProxy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperateCommandTest {
    private static final String SERVERS = "/api/v1/admin/servers/";

    private final FakeProxy proxy;

    OperateCommandTest() throws IOException {
        proxy = new FakeProxy();
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void overrideHasReasonAndEnd() {
        proxy.answers(SERVERS + "pricing-1/override", 200, "{\"state\":\"QUARANTINED\"}");
        String end = "2030-01-31T08:00:00Z";

        CommandRun run =
                run("quarantine", "pricing-1", "--until", end, "--reason", "disk is replaced");

        assertThat(run.status()).isZero();
        assertThat(run.printed()).contains("QUARANTINED");
        assertThat(asked())
                .startsWith("PUT " + SERVERS + "pricing-1/override")
                .endsWith(
                        "{\"state\":\"QUARANTINED\",\"reason\":\"disk is replaced\",\"until\":\"%s\"}"
                                .formatted(end));
    }

    @Test
    void durationEndsAfterNow() {
        proxy.answers(SERVERS + "pricing-1/override", 200, "{}");

        run("weight", "pricing-1", "0.2", "--for", "PT1H", "--reason", "is warming up");

        String until = asked().replaceAll(".*\"until\":\"([^\"]*)\".*", "$1");
        assertThat(asked()).contains("{\"weight\":0.2,");
        assertThat(Duration.between(Instant.now(), Instant.parse(until)))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    }

    @Test
    void nodeIsDrainedInsteadOfAServer() {
        proxy.answers("/api/v1/admin/nodes/node-2/override", 200, "{}");

        assertThat(run("drain", "--node", "node-2", "--reason", "restart").status()).isZero();
        assertThat(asked()).startsWith("PUT /api/v1/admin/nodes/node-2/override");
    }

    @Test
    void missingTargetIsAUsageFault() {
        CommandRun run = run("drain", "--reason", "restart");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.explained()).contains("--node");
        assertThat(proxy.asked()).isEmpty();
    }

    @Test
    void releaseRemovesTheOverride() {
        proxy.answers(SERVERS + "pricing-1/override", 204, "");

        assertThat(run("release", "pricing-1", "--reason", "is repaired").status()).isZero();
        assertThat(asked()).startsWith("DELETE ");
        assertThat(proxy.addresses())
                .containsExactly(SERVERS + "pricing-1/override?reason=is%20repaired");
    }

    @Test
    void breakerTakesAState() {
        proxy.answers("/api/v1/admin/breakers/server:pricing-1", 200, "{}");

        CommandRun run =
                run("breaker", "server:pricing-1", "forced_open", "--reason", "is repaired");

        assertThat(run.status()).isZero();
        assertThat(asked()).contains("{\"state\":\"FORCED_OPEN\",");
    }

    @Test
    void bytesAreTriedInHexOrText() {
        proxy.answers(SERVERS + "pricing-1/try", 200, "{\"received\":\"OK\"}");

        CommandRun run = run("try", "pricing-1", "--text", "PING");

        assertThat(asked()).endsWith("{\"bodyText\":\"PING\"}");
        assertThat(run.lines()).containsExactly("received: OK");
        run("try", "pricing-1", "--hex", "50494E47");
        assertThat(proxy.asked().get(1)).endsWith("{\"bodyHex\":\"50494E47\"}");
    }

    @Test
    void probeAsksWithoutData() {
        proxy.answers(SERVERS + "pricing-1/probe", 200, "{\"well\":true}");

        assertThat(run("probe", "pricing-1").lines()).containsExactly("well: true");
        assertThat(asked()).startsWith("POST " + SERVERS + "pricing-1/probe").endsWith(" {}");
    }

    private String asked() {
        return proxy.asked().get(0);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(new OperateCommand(), proxy, arguments);
    }
}
