package io.hansa.web.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.tracing.TraceContext;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingReplyTest {
    private static final int LENGTH = 100_000;

    private final BodyMemoryBudget callers =
            new BodyMemoryBudget(new CallerLimits(LENGTH, 1, 10, 1000));
    private final Connection out = new Connection();
    private int completions;

    @Test
    void aReplyLeavesAsItIsTakenAndThenTheExchangeEnds() throws IOException {
        OutgoingReply.write(new byte[LENGTH], exchange());
        out.takes(1);
        assertThat(completions).isZero();
        assertThat(callers.bytes()).isEqualTo(LENGTH);

        out.takes(10);

        assertThat(out.taken).isEqualTo(LENGTH);
        assertThat(completions).isEqualTo(1);
        assertThat(callers.bytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"time is up", "the container ended it", "an error"})
    void whatEndsTheExchangeEndsTheReply(String how) throws IOException {
        AsyncExchange exchange = exchange();
        OutgoingReply.write(new byte[LENGTH], exchange);
        out.takes(1);
        int taken = out.taken;

        switch (how) {
            case "time is up" -> exchange.onTimeout(null);
            case "the container ended it" -> exchange.onComplete(null);
            default -> exchange.onError(null);
        }
        out.takes(10);

        assertThat(out.taken).as("given after the end").isEqualTo(taken);
        assertThat(callers.bytes()).isZero();
    }

    @Test
    void aReplyThatComesAfterTheEndIsNotKept() throws IOException {
        AsyncExchange exchange = exchange();
        exchange.onTimeout(null);

        OutgoingReply.write(new byte[LENGTH], exchange);
        out.takes(10);

        assertThat(out.taken).isZero();
    }

    @Test
    void whoGoesAwayEndsTheExchange() throws IOException {
        OutgoingReply.write(new byte[LENGTH], exchange());

        out.listener.onError(new IOException("The caller went away."));

        assertThat(completions).isEqualTo(1);
        assertThat(callers.bytes()).isZero();
    }

    private AsyncExchange exchange() {
        return new AsyncExchange(
                async(), callers.reply(LENGTH), TraceContext.continuing(null), Runnable::run, 1000);
    }

    private AsyncContext async() {
        return stub(
                AsyncContext.class,
                method ->
                        switch (method) {
                            case "setTimeout", "addListener" -> null;
                            case "complete" -> {
                                completions++;
                                yield null;
                            }
                            case "getResponse" -> response();
                            default -> throw new UnsupportedOperationException(method);
                        });
    }

    private HttpServletResponse response() {
        return stub(
                HttpServletResponse.class,
                method -> {
                    assertThat(method).isEqualTo("getOutputStream");
                    return out;
                });
    }

    private static <T> T stub(Class<T> type, Answers answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        OutgoingReplyTest.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answers.to(method.getName())));
    }

    private interface Answers {
        Object to(String method);
    }

    /** Takes so many parts as a test lets it. */
    private static final class Connection extends ServletOutputStream {
        private WriteListener listener;
        private int parts;
        private int taken;

        void takes(int more) throws IOException {
            parts = more;
            listener.onWritePossible();
        }

        @Override
        public boolean isReady() {
            return parts > 0;
        }

        @Override
        public void setWriteListener(WriteListener its) {
            listener = its;
        }

        @Override
        public void write(int one) {
            throw new UnsupportedOperationException("Give it in parts.");
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            parts--;
            taken += length;
        }
    }
}
