package io.hansa.web.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.container.ContainerBehaviour;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grizzly must not be asked for more after the last byte of a body; other containers must. */
class EndOfDataTest extends ServletBodyFixture {
    private static final int LENGTH = 100_000;

    private boolean complete;
    private Failure refused;
    private int completions;

    @Test
    void readerDoesNotAskGrizzlyAfterTheEnd() throws IOException {
        ReadListener arriving = arriving(body(LENGTH));
        in.arrive(random(LENGTH - 5000));
        arriving.onDataAvailable();
        in.arriveLast(random(5000));
        arriving.onDataAvailable();

        assertThat(in.askedAfterTheEnd()).isFalse();
        in.finish();
        arriving.onAllDataRead();
        assertThat(complete).isTrue();
    }

    @Test
    void readerCountsBytesThatCameWithTheHead() throws IOException {
        ServletBody body = body(100);
        in.arrive(random(60));
        assertThat(body.arrived(MAX)).isNull();
        ReadListener arriving = arriving(body);
        in.arriveLast(random(40));
        arriving.onDataAvailable();

        assertThat(in.askedAfterTheEnd()).isFalse();
    }

    @Test
    void refusedBodyIsNotReadAfterItsEnd() throws IOException {
        AsyncBodyReader arriving = arriving(body(LENGTH));
        in.arrive(random(50_000));
        arriving.onDataAvailable();
        assertThat(arriving.checkDeadline(System.nanoTime() + 1)).isTrue();
        in.arriveLast(random(50_000));
        arriving.onDataAvailable();

        assertThat(refused.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        assertThat(in.available()).as("not drained").isZero();
        assertThat(in.askedAfterTheEnd()).isFalse();
        in.finish();
        arriving.onAllDataRead();
        assertThat(completions).isEqualTo(1);
    }

    @Test
    void drainerDoesNotAskGrizzlyAfterTheEnd() throws IOException {
        BodyDrainer drainer = drainer(body(LENGTH));
        in.arrive(random(LENGTH - 1));
        drainer.onDataAvailable();
        in.arriveLast(random(1));
        drainer.onDataAvailable();

        assertThat(in.available()).as("not drained").isZero();
        assertThat(in.askedAfterTheEnd()).isFalse();
        in.finish();
        drainer.onAllDataRead();
        assertThat(completions).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void undertowIsAskedAfterTheEnd(boolean wanted) throws IOException {
        container = ContainerBehaviour.UNDERTOW;
        ReadListener reader = reader(LENGTH, wanted);
        in.arriveLast(random(LENGTH));
        reader.onDataAvailable();

        assertThat(in.askedAfterTheEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endOfChunkedBodyIsAskedFor(boolean wanted) throws IOException {
        ReadListener reader = reader(-1, wanted);
        in.arriveLast(random(LENGTH));
        reader.onDataAvailable();

        assertThat(in.askedAfterTheEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endReachedBeforeTheListenerIsAskedFor(boolean wanted) throws IOException {
        ReadListener reader = reader(LENGTH, wanted);
        in.arriveLast(random(LENGTH));
        in.finish();
        reader.onDataAvailable();

        assertThat(in.askedAfterTheEnd()).isTrue();
    }

    /** One that takes the body, or one that drains it. */
    private ReadListener reader(long announced, boolean wanted) throws IOException {
        return wanted ? arriving(body(announced)) : drainer(body(announced));
    }

    private BodyDrainer drainer(ServletBody body) throws IOException {
        BodyDrainer drainer = new BodyDrainer(body.remaining(), exchange());
        drainer.refusalSent();
        return drainer;
    }

    private AsyncBodyReader arriving(ServletBody body) throws IOException {
        AsyncExchange exchange = exchange();
        body.leaseFrom(exchange.lease());
        return new AsyncBodyReader(handler(body), body, exchange, MAX);
    }

    private BodyHandler handler(ServletBody body) {
        long now = System.nanoTime();
        return new BodyHandler() {
            @Override
            public long deadlineNanos() {
                return now;
            }

            @Override
            public void completed(AsyncExchange exchange) {
                complete = true;
            }

            @Override
            public Failure abandon(Failure reason) {
                body.forget();
                refused = reason;
                return reason;
            }
        };
    }

    private AsyncExchange exchange() {
        return new AsyncExchange(
                async(),
                budget.share(),
                TraceContext.continuing(null),
                Runnable::run,
                container,
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
                            case "getRequest" -> stub(HttpServletRequest.class, header -> null);
                            case "getResponse" -> response();
                            default -> throw new UnsupportedOperationException(method);
                        });
    }

    private static HttpServletResponse response() {
        return stub(
                HttpServletResponse.class,
                method ->
                        switch (method) {
                            case "isCommitted" -> true;
                            case "setHeader", "flushBuffer" -> null;
                            default -> throw new UnsupportedOperationException(method);
                        });
    }

    private static <T> T stub(Class<T> type, Answers answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        EndOfDataTest.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answers.to(method.getName())));
    }

    private interface Answers {
        Object to(String method);
    }
}
