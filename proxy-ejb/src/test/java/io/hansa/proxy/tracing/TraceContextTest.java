package io.hansa.proxy.tracing;

import static io.hansa.checks.SeededCases.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hansa.checks.SeededCases;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void aValidHeaderIsContinued() {
        SeededCases.check(
                1000,
                random -> {
                    String traceparent = traceparents(random);
                    TraceContext context = TraceContext.continuing(traceparent);

                    assertThat(context.traceId()).isEqualTo(traceparent.substring(3, 35));
                    assertThat(context.parentId()).isEqualTo(traceparent.substring(36, 52));
                    assertThat(context.flags()).isEqualTo(traceparent.substring(53, 55));
                    assertThat(context.spanId())
                            .matches("[0-9a-f]{16}")
                            .isNotEqualTo(context.parentId());
                });
    }

    @Test
    void whateverStandsThereATraceGoesOn() {
        SeededCases.check(
                1000,
                random -> {
                    String anything = text(random);
                    assertThat(TraceContext.continuing(anything).traceparent())
                            .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
                });
    }

    @Test
    void withoutAHeaderATraceBegins() {
        TraceContext one = TraceContext.continuing(null);

        assertThat(one.parentId()).isNull();
        assertThat(one.flags()).isEqualTo("01");
        assertThat(one.traceId()).isNotEqualTo(TraceContext.continuing(null).traceId());
    }

    @Test
    void brokenHeadersBeginATraceOfTheirOwn() {
        assertBegins("00-" + "0".repeat(32) + "-" + SPAN + "-01");
        assertBegins("00-" + TRACE + "-" + "0".repeat(16) + "-01");
        assertBegins("ff-" + TRACE + "-" + SPAN + "-01");
        assertBegins("00-" + TRACE.toUpperCase(java.util.Locale.ROOT) + "-" + SPAN + "-01");
        assertBegins("00-" + TRACE + "-" + SPAN + "-01-more");
        assertBegins("01-" + TRACE + "-" + SPAN + "-01more");
        assertBegins("01-" + TRACE + "-" + SPAN + "-01-" + "x".repeat(600));
    }

    @Test
    void laterVersionWithMoreFieldsIsContinued() {
        assertThat(TraceContext.continuing("01-" + TRACE + "-" + SPAN + "-00-more").traceId())
                .isEqualTo(TRACE);
    }

    private static void assertBegins(String traceparent) {
        assertThat(TraceContext.continuing(traceparent).parentId()).as(traceparent).isNull();
        assertThat(TraceContext.continuing(traceparent).traceId())
                .as(traceparent)
                .isNotEqualTo(TRACE);
    }

    private static String traceparents(Random random) {
        String trace = hex(random, 32);
        String span = hex(random, 16);
        assumeTrue(!trace.endsWith("0".repeat(16)) && !span.equals("0".repeat(16)));
        return "00-" + trace + "-" + span + "-" + hex(random, 2);
    }

    private static String hex(Random random, int digits) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }
}
