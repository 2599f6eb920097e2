package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Reply;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What an operator asks a running proxy. */
interface OperatorsView extends SeenProxy {
    @Test
    default void itIsStartedReadyAndAlive() throws IOException {
        for (String check : new String[] {"started", "ready", "live"}) {
            Reply health = proxy().get("/health/" + check).ok();
            assertThat(health.json().getString("status")).as(check).isEqualTo("UP");
        }
    }

    @Test
    default void capabilityInformationIsPublicAndTagged() throws IOException {
        Reply reply = proxy().get("/api/v1/capabilities").ok();
        assertThat(reply.json().getString("proxy")).isEqualTo(ID);
        assertThat(reply.json().getBoolean("accepting")).isTrue();
        assertThat(reply.json().getJsonNumber("load").doubleValue()).isLessThan(0.5);
        assertThat(reply.json()).containsKeys("region", "organization", "threshold");
        assertThat(reply.header("ETag")).isNotEmpty();
        Reply again = proxy().getUnlessUnchanged("/api/v1/capabilities", reply.header("ETag"));
        assertThat(again.status(304).bytes()).isEmpty();
    }

    @Test
    default void metricsArePrometheusText() throws IOException {
        Reply reply = proxy().get("/metrics").ok();
        assertThat(reply.header("Content-Type")).startsWith("text/plain");
        assertThat(reply.text()).contains("# TYPE hansa_node_load gauge");
    }

    @Test
    default void whatIsNotThereIsToldAsAProblem() throws IOException {
        proxy().get("/nothing").problem(404, "not-found").withoutEffect();
        proxy().get("/api/v1/nothing").problem(404, "not-found").withoutEffect();
        proxy().get("/api/v1/token").problem(405, "method-not-allowed").withoutEffect();
    }
}
