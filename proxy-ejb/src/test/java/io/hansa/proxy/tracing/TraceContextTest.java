package io.hansa.proxy.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TraceContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Property
    void aValidHeaderIsContinued(@ForAll("traceparents") String traceparent) {
        TraceContext context = TraceContext.continuing(traceparent);

        assertThat(context.traceId()).isEqualTo(traceparent.substring(3, 35));
        assertThat(context.parentId()).isEqualTo(traceparent.substring(36, 52));
        assertThat(context.flags()).isEqualTo(traceparent.substring(53, 55));
        assertThat(context.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(context.parentId());
    }

    @Property
    void whateverStandsThereATraceGoesOn(@ForAll String anything) {
        assertThat(TraceContext.continuing(anything).traceparent())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }

    @Example
    void withoutAHeaderATraceBegins() {
        TraceContext one = TraceContext.continuing(null);

        assertThat(one.parentId()).isNull();
        assertThat(one.flags()).isEqualTo("01");
        assertThat(one.traceId()).isNotEqualTo(TraceContext.continuing(null).traceId());
    }

    @Example
    void brokenHeadersBeginATraceOfTheirOwn() {
        assertBegins("00-" + "0".repeat(32) + "-" + SPAN + "-01");
        assertBegins("00-" + TRACE + "-" + "0".repeat(16) + "-01");
        assertBegins("ff-" + TRACE + "-" + SPAN + "-01");
        assertBegins("00-" + TRACE.toUpperCase(java.util.Locale.ROOT) + "-" + SPAN + "-01");
        assertBegins("00-" + TRACE + "-" + SPAN + "-01-more");
        assertBegins("01-" + TRACE + "-" + SPAN + "-01more");
        assertBegins("01-" + TRACE + "-" + SPAN + "-01-" + "x".repeat(600));
    }

    @Example
    void aLaterVersionMaySayMoreAndIsStillContinued() {
        assertThat(TraceContext.continuing("01-" + TRACE + "-" + SPAN + "-00-more").traceId())
                .isEqualTo(TRACE);
    }

    private static void assertBegins(String traceparent) {
        assertThat(TraceContext.continuing(traceparent).parentId()).as(traceparent).isNull();
        assertThat(TraceContext.continuing(traceparent).traceId())
                .as(traceparent)
                .isNotEqualTo(TRACE);
    }

    @Provide
    Arbitrary<String> traceparents() {
        return Combinators.combine(hex(32), hex(16), hex(2))
                .as((trace, span, flags) -> "00-" + trace + "-" + span + "-" + flags)
                .filter(header -> !header.contains("0".repeat(16) + "-"));
    }

    private static Arbitrary<String> hex(int digits) {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(digits);
    }
}
