package io.hansa.web.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.tracing.TraceContext;
import io.undertow.servlet.UndertowContext;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Behind the last byte of a request Grizzly must not be asked whether there is more, and all others
 * must.
 */
class EndOfDataTest extends ServletBodyFixture {
    private static final int LENGTH = 100_000;

    private boolean whole;
    private Failure refused;
    private int completions;

    @Test
    void dataThatIsWantedIsNotAskedForBehindItsEnd() throws IOException {
        ReadListener arriving = arriving(body(LENGTH));
        in.arrive(random(LENGTH - 5000));
        arriving.onDataAvailable();
        in.arriveLast(random(5000));
        arriving.onDataAvailable();

        assertThat(in.askedBehindTheEnd()).isFalse();
        in.finish();
        arriving.onAllDataRead();
        assertThat(whole).isTrue();
    }

    @Test
    void shortDataOfWhichSomeCameWithTheHeadIsNotAskedForBehindItsEnd() throws IOException {
        ServletBody body = body(100);
        in.arrive(random(60));
        assertThat(body.arrived(MOST)).isNull();
        ReadListener arriving = arriving(body);
        in.arriveLast(random(40));
        arriving.onDataAvailable();

        assertThat(in.askedBehindTheEnd()).isFalse();
    }

    @Test
    void dataOfWhoIsRefusedWhileItComesIsNotAskedForBehindItsEnd() throws IOException {
        AsyncBodyReader arriving = arriving(body(LENGTH));
        in.arrive(random(50_000));
        arriving.onDataAvailable();
        assertThat(arriving.lateAt(System.nanoTime() + 1)).isTrue();
        in.arriveLast(random(50_000));
        arriving.onDataAvailable();

        assertThat(refused.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        assertThat(in.available()).as("not thrown away").isZero();
        assertThat(in.askedBehindTheEnd()).isFalse();
        in.finish();
        arriving.onAllDataRead();
        assertThat(completions).isEqualTo(1);
    }

    @Test
    void whatARefusedCallerOwesIsNotAskedForBehindItsEnd() throws IOException {
        BodyDrainer leftOver = leftOver(body(LENGTH));
        in.arrive(random(LENGTH - 1));
        leftOver.onDataAvailable();
        in.arriveLast(random(1));
        leftOver.onDataAvailable();

        assertThat(in.available()).as("not thrown away").isZero();
        assertThat(in.askedBehindTheEnd()).isFalse();
        in.finish();
        leftOver.onAllDataRead();
        assertThat(completions).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void undertowIsAskedForTheEnd(boolean wanted) throws IOException {
        container = UndertowContext.make();
        ReadListener reader = reader(LENGTH, wanted);
        in.arriveLast(random(LENGTH));
        reader.onDataAvailable();

        assertThat(in.askedBehindTheEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theEndOfDataInPiecesIsAskedFor(boolean wanted) throws IOException {
        ReadListener reader = reader(-1, wanted);
        in.arriveLast(random(LENGTH));
        reader.onDataAvailable();

        assertThat(in.askedBehindTheEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEndThatWasThereBeforeAnybodyCouldBeToldOfItIsAskedFor(boolean wanted)
            throws IOException {
        ReadListener reader = reader(LENGTH, wanted);
        in.arriveLast(random(LENGTH));
        in.finish();
        reader.onDataAvailable();

        assertThat(in.askedBehindTheEnd()).isTrue();
    }

    /** One that takes what comes, or one that throws it away. */
    private ReadListener reader(long announced, boolean wanted) throws IOException {
        return wanted ? arriving(body(announced)) : leftOver(body(announced));
    }

    private BodyDrainer leftOver(ServletBody body) throws IOException {
        BodyDrainer leftOver = new BodyDrainer(body.toCome(), exchange());
        leftOver.told();
        return leftOver;
    }

    private AsyncBodyReader arriving(ServletBody body) throws IOException {
        AsyncExchange exchange = exchange();
        body.accountFor(exchange.share());
        return new AsyncBodyReader(recipient(body), body, body.toCome(), exchange, MOST);
    }

    private BodyHandler recipient(ServletBody body) {
        long now = System.nanoTime();
        return new BodyHandler() {
            @Override
            public long deadlineNanos() {
                return now;
            }

            @Override
            public void whole(AsyncExchange exchange) {
                whole = true;
            }

            @Override
            public Failure giveUp(Failure reason) {
                body.forget();
                refused = reason;
                return reason;
            }
        };
    }

    private AsyncExchange exchange() {
        return new AsyncExchange(
                async(), callers.share(), TraceContext.continuing(null), Runnable::run, 1000);
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
                            case "getRequest" -> null;
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
