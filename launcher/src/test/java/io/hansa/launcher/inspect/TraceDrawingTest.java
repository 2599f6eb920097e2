package io.hansa.launcher.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.launcher.output.YamlText;
import org.junit.jupiter.api.Test;

class TraceDrawingTest {
    @Test
    void aRequestStandsBelowTheOneThatAsked() {
        String drawn =
                TraceDrawing.of(
                        YamlText.object(
                                """
                                traceId: t
                                requests:
                                - {spanId: b, parentId: a, proxy: shop-b, capability: price.quote,
                                   status: 200, durationMicros: 1500, server: shop-b/pricing-1}
                                - {spanId: a, proxy: shop-a, capability: trade.settle, status: 502,
                                   code: server-fault, durationMicros: 20000,
                                   steps: [{step: route, depth: 0, durationMicros: 3}]}
                                """));

        assertThat(drawn.lines())
                .containsExactly(
                        "trace t",
                        "shop-a trade.settle server-fault 20.0 ms",
                        "  - route 0.0 ms",
                        "  shop-b price.quote 200 1.5 ms by shop-b/pricing-1");
    }
}
