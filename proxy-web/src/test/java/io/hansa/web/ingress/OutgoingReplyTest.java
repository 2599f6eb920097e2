package io.hansa.web.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.container.ContainerBehaviour;
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

    private final BodyMemoryBudget budget =
            new BodyMemoryBudget(new CallerLimits(LENGTH, 1, 10, 1000));
    private final Connection out = new Connection();
    private int completions;

    @Test
    void replyIsWrittenAsTakenThenCompleted() throws IOException {
        OutgoingReply.write(new byte[LENGTH], exchange());
        out.takes(1);
        assertThat(completions).isZero();
        assertThat(budget.bytes()).isEqualTo(LENGTH);

        out.takes(10);

        assertThat(out.taken).isEqualTo(LENGTH);
        assertThat(completions).isEqualTo(1);
        assertThat(budget.bytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"time is up", "the container ended it", "an error"})
    void endOfTheExchangeEndsTheReply(String how) throws IOException {
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

        assertThat(out.taken).as("written after the end").isEqualTo(taken);
        assertThat(budget.bytes()).isZero();
    }

    @Test
    void replyAfterTheEndIsNotKept() throws IOException {
        AsyncExchange exchange = exchange();
        exchange.onTimeout(null);

        OutgoingReply.write(new byte[LENGTH], exchange);
        out.takes(10);

        assertThat(out.taken).isZero();
    }

    @Test
    void callerThatLeavesEndsTheExchange() throws IOException {
        OutgoingReply.write(new byte[LENGTH], exchange());

        out.listener.onError(new IOException("The caller went away."));

        assertThat(completions).isEqualTo(1);
        assertThat(budget.bytes()).isZero();
    }

    private AsyncExchange exchange() {
        return new AsyncExchange(
                async(),
                budget.reply(LENGTH),
                TraceContext.continuing(null),
                Runnable::run,
                ContainerBehaviour.STANDARD,
                1000);
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

    /** Takes as many parts as a test allows. */
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
        public void setWriteListener(WriteListener newListener) {
            listener = newListener;
        }

        @Override
        public void write(int one) {
            throw new UnsupportedOperationException("Write it in parts.");
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            parts--;
            taken += length;
        }
    }
}
