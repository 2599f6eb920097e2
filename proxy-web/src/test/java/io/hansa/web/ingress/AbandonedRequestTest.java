package io.hansa.web.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.tracing.TraceContext;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every way in which a request that waits is abandoned releases all that it holds, once. */
class AbandonedRequestTest extends ServletBodyFixture {
    private static final int LENGTH = 100_000;

    private final TraceContext trace = TraceContext.continuing(null);
    private final List<Failure> abandoned = new ArrayList<>();
    private final BodyDeadlines deadlines = new BodyDeadlines();
    private final AsyncRequestCoordinator async =
            new AsyncRequestCoordinator(budget, threads(), deadlines, container);
    private final HttpServletRequest request =
            stub(HttpServletRequest.class, (method, given) -> context());
    private RuntimeException refusal;
    private AsyncListener listener;
    private ReadListener reader;
    private boolean completed;
    private boolean awaitsReply;

    @Test
    void timeOutAbandonsTheRequestAwaitingItsBody() throws IOException {
        awaitBody();
        in.arrive(random(1000));
        reader.onDataAvailable();
        assertThat(budget.waiting()).isEqualTo(1);

        listener.onTimeout(null);

        assertThat(abandoned).hasSize(1);
        assertNothingIsHeld();
    }

    @Test
    void bytesAfterTheTimeOutAreNotRead() throws IOException {
        awaitBody();
        listener.onTimeout(null);
        in.arrive(random(LENGTH));

        reader.onDataAvailable();

        assertThat(in.available()).isPositive();
        assertNothingIsHeld();
    }

    @Test
    void errorOfTheContainerAbandonsTheRequest() throws IOException {
        awaitBody();

        listener.onError(null);

        assertThat(abandoned).hasSize(1);
        assertNothingIsHeld();
    }

    @Test
    void callerLeavingWhileSendingAbandonsTheRequest() throws IOException {
        awaitBody();

        IOException reset = new IOException("The connection was reset.");

        reader.onError(reset);

        assertThat(abandoned).extracting(Failure::code).containsExactly(ErrorCode.REQUEST_INVALID);
        assertThat(abandoned.get(0)).hasCause(reset);
        assertThat(completed).isTrue();
        assertNothingIsHeld();
    }

    @Test
    void refusedStartAsyncAbandonsTheRequest() {
        refusal = new IllegalStateException("The request cannot become asynchronous.");

        Failure told = catchThrowableOfType(Failure.class, this::awaitBody);

        assertThat(told.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(told).hasCause(refusal);
        assertThat(abandoned).containsExactly(told);
        assertNothingIsHeld();
    }

    @Test
    void refusedStartAsyncOfSignInReturnsPlace() {
        refusal = new IllegalStateException("The request cannot become asynchronous.");

        Failure told = catchThrowableOfType(Failure.class, () -> async.awaitSignIn(request, trace));

        assertThat(told).hasCause(refusal);
        assertThat(budget.unauthenticated().waiting()).isZero();
    }

    @Test
    void refusedReadListenerAbandonsTheRequest() {
        in.refuseListener();

        Failure told = catchThrowableOfType(Failure.class, this::awaitBody);

        assertThat(told).isNull();
        assertThat(abandoned).extracting(Failure::code).containsExactly(ErrorCode.INTERNAL_ERROR);
        assertThat(completed).isTrue();
        assertNothingIsHeld();
    }

    @Test
    void refusedStartAsyncAbandonsRequestAwaitingReply() throws IOException {
        for (RuntimeException refused :
                List.of(
                        new IllegalStateException("The request cannot become asynchronous."),
                        new UnsupportedOperationException("A filter is not asynchronous."))) {
            refusal = refused;
            abandoned.clear();

            Failure told = catchThrowableOfType(Failure.class, this::awaitReply);

            assertThat(told.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
            assertThat(told).hasCause(refused);
            assertThat(abandoned).containsExactly(told);
            assertNothingIsHeld();
        }
    }

    @Test
    void timeOutAbandonsTheRequestAwaitingItsReply() throws IOException {
        awaitReply();
        assertThat(budget.waiting()).isEqualTo(1);

        listener.onTimeout(null);
        listener.onComplete(null);

        assertThat(abandoned).hasSize(1);
        assertNothingIsHeld();
    }

    private void awaitReply() throws IOException {
        awaitsReply = true;
        async.awaitReply(handler(body(0)), request, trace);
    }

    private void awaitBody() throws IOException {
        ServletBody body = body(LENGTH);
        body.arrived(MAX);
        async.awaitBody(handler(body), body, request, trace);
        reader = in.listener();
    }

    private void assertNothingIsHeld() {
        assertThat(budget.waiting()).isZero();
        assertThat(budget.bytes()).isZero();
    }

    private BodyHandler handler(ServletBody body) {
        return new BodyHandler() {
            @Override
            public long deadlineNanos() {
                return System.nanoTime() + 1_000_000_000;
            }

            @Override
            public void completed(AsyncExchange exchange) {
                throw new AssertionError("The body is not complete.");
            }

            @Override
            public Failure abandon(Failure reason) {
                body.forget();
                if (abandoned.isEmpty()) {
                    abandoned.add(reason);
                }
                return abandoned.get(0);
            }
        };
    }

    private AsyncContext context() {
        if (refusal != null) {
            throw refusal;
        }
        return stub(
                AsyncContext.class,
                (method, given) ->
                        switch (method) {
                            case "addListener" -> {
                                listener = (AsyncListener) given[0];
                                yield null;
                            }
                            case "complete" -> {
                                completed = true;
                                listener.onComplete(null);
                                yield null;
                            }
                            case "getResponse" -> throw new IllegalStateException("It ended.");
                            default -> null;
                        });
    }

    /** Those of a request that awaits its reply do not come to it before it is abandoned. */
    private BlockingTaskExecutor threads() {
        return new BlockingTaskExecutor() {
            @Override
            public void execute(Runnable task) {
                if (!awaitsReply) {
                    task.run();
                }
            }
        };
    }

    private static <T> T stub(Class<T> type, Answers answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        AbandonedRequestTest.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, given) -> answers.to(method.getName(), given)));
    }

    private interface Answers {
        Object to(String method, Object[] given) throws IOException;
    }
}
