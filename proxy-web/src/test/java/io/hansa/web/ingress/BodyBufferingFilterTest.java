package io.hansa.web.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.tracing.TraceContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBufferingFilterTest {
    private static final byte[] DATA = "some data".getBytes(StandardCharsets.UTF_8);
    private static final int MOST = 1000;

    private final Waiting slow = new Waiting();
    private final Passwords passwords = new Passwords();
    private final BodyBufferingFilter filter =
            new BodyBufferingFilter(slow, new DispatchedRequests(), passwords);
    private final BytesByAndBy in = new BytesByAndBy();
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private DispatcherType type = DispatcherType.REQUEST;
    private String method = "POST";
    private String path = "/somewhere";
    private long announced = -1;
    private int status;
    private HttpServletRequest passed;

    @Test
    void whoAnnouncesNothingPassesAsItCame() throws Exception {
        HttpServletRequest request = request();

        filter.doFilter(request, response(), chain());

        assertThat(passed).isSameAs(request);
    }

    @Test
    void dataThatIsThereIsPassedOnAtOnce() throws Exception {
        announced = DATA.length;
        in.arrive(DATA);

        filter.doFilter(request(), response(), chain());

        assertThat(passed.getInputStream().readAllBytes()).isEqualTo(DATA);
        assertThat(slow.awaited).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {9, -1})
    void dataThatIsOwedIsAwaitedAndTheRequestGoesOnWhenItIsDispatched(long length)
            throws Exception {
        announced = length;
        headers.put("Transfer-Encoding", length < 0 ? "chunked" : null);

        filter.doFilter(request(), response(), chain());

        assertThat(passed).isNull();
        assertThat(slow.awaited.deadlineNanos() - System.nanoTime()).isBetween(1L, 5_000_000_000L);
        type = DispatcherType.ASYNC;
        filter.doFilter(request(), response(), chain());
        assertThat(passed).isInstanceOf(BufferedRequest.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain; charset=nonsense",
                "text/plain;charset=\"?\"",
                "text/plain; charset=utf-8; CHARSET = nonsense"
            })
    void anUnknownCharsetIsRefusedWithAndWithoutData(String contentType) throws Exception {
        headers.put("Content-Type", contentType);

        filter.doFilter(request(), response(), chain());

        assertThat(passed).isNull();
        assertThat(status).isEqualTo(415);
        announced = DATA.length;
        in.arrive(DATA);
        status = 0;
        filter.doFilter(request(), response(), chain());
        assertThat(passed).isNull();
        assertThat(status).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain; charset=\"UTF-8\"", "a; x=\"charset=no\""})
    void knownCharsetsPass(String contentType) throws Exception {
        headers.put("Content-Type", contentType);

        filter.doFilter(request(), response(), chain());

        assertThat(passed).isNotNull();
    }

    @Test
    void aLongContentTypeIsRefused() throws Exception {
        headers.put("Content-Type", "a/" + "b".repeat(1000));

        filter.doFilter(request(), response(), chain());

        assertThat(status).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"GET,-1", "HEAD,9", "DELETE,9", "GET,9"})
    void methodsWithoutDataAreRefusedWithIt(String without, long length) throws Exception {
        method = without;
        announced = length;
        headers.put("Transfer-Encoding", length < 0 ? "chunked" : null);

        filter.doFilter(request(), response(), chain());

        assertThat(passed).isNull();
        assertThat(status).isEqualTo(400);
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("request-invalid", "send it without one", "\"effect\":\"NONE\"");
        assertThat(slow.awaited).isNull();
        assertThat(slow.discarded).as("thrown away without a worker").isEqualTo(length < 0);
    }

    @Test
    void whatIsAnnouncedTooLongIsRefused() throws Exception {
        announced = 1 << 20;

        filter.doFilter(request(), response(), chain());

        assertThat(status).isEqualTo(413);
        assertThat(slow.discarded).isTrue();
    }

    @Test
    void whereTooManyAreWaitedForOneMoreIsToldToComeAgain() throws Exception {
        announced = 9;
        slow.full = true;

        filter.doFilter(request(), response(), chain());

        assertThat(status).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a?b", "/a%b", "/a;b", "/a#b", "/a//b", "/a/./b", "/a/../b", "/a/.."})
    void addressesThatContainersReadAnewAsOthersAreNotDispatched(String address) throws Exception {
        announced = 9;
        path = address;

        filter.doFilter(request(), response(), chain());

        assertThat(status).isEqualTo(404);
        assertThat(slow.awaited).isNull();
    }

    @Test
    void whoseDataIsRefusedForItsPasswordIsNotAskedForIt() throws Exception {
        announced = 9;
        passwords.refusal = Failure.of(ErrorCode.GUESSING_SLOWED, "Wait.");

        filter.doFilter(request(), response(), chain());

        assertThat(status).isEqualTo(429);
        assertThat(passed).isNull();
        assertThat(slow.awaited).isNull();
    }

    @Test
    void aCheckThatCannotBeWaitedForIsRefused() throws Exception {
        passwords.check = new CompletableFuture<>();
        slow.full = true;

        filter.doFilter(request(), response(), chain());

        assertThat(status).isEqualTo(503);
        assertThat(passed).isNull();
    }

    @Test
    @Timeout(30)
    void aThreadThatBringsADispatchedRequestHasLeftTheOneBefore() throws Exception {
        ContainerReturnGuard before = new ContainerReturnGuard();
        attributes.put(BufferedBody.class.getName(), new BufferedBody(new ServletBody(request())));
        type = DispatcherType.ASYNC;
        filter.doFilter(request(), response(), chain());

        long began = System.nanoTime();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(before::await);
        while (!waiting.isDone()) {
            Thread.onSpinWait();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(700));
    }

    private FilterChain chain() {
        return (request, response) -> passed = (HttpServletRequest) request;
    }

    private HttpServletRequest request() {
        return stub(
                HttpServletRequest.class,
                (name, given) ->
                        switch (name) {
                            case "getDispatcherType" -> type;
                            case "getMethod" -> method;
                            case "getContentLengthLong" -> announced;
                            case "getInputStream" -> in;
                            case "getContentType" -> headers.get("Content-Type");
                            case "getHeader" -> headers.get(given[0]);
                            case "getServletPath" -> path;
                            case "getPathInfo" -> null;
                            case "isSecure" -> false;
                            case "setAttribute" -> attributes.put((String) given[0], given[1]);
                            case "getAttribute" -> attributes.get(given[0]);
                            case "getServletContext" ->
                                    stub(
                                            jakarta.servlet.ServletContext.class,
                                            (of, nothing) -> null);
                            default -> throw new UnsupportedOperationException(name);
                        });
    }

    private HttpServletResponse response() {
        return stub(
                HttpServletResponse.class,
                (name, given) ->
                        switch (name) {
                            case "isCommitted" -> false;
                            case "resetBuffer", "setHeader", "setContentLength" -> null;
                            case "setStatus" -> {
                                status = (int) given[0];
                                yield null;
                            }
                            case "getOutputStream" -> new Out();
                            default -> throw new UnsupportedOperationException(name);
                        });
    }

    private static <T> T stub(Class<T> type, Answers answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        BodyBufferingFilterTest.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }

    private interface Answers {
        Object to(String method, Object[] given);
    }

    private static final class Passwords extends PasswordGate {
        private CompletableFuture<Account> check;
        private Failure refusal;

        @Override
        CompletableFuture<Account> check(HttpServletRequest request, TraceContext trace) {
            if (refusal != null) {
                throw refusal;
            }
            return check;
        }
    }

    /** Remembers who is waited for. */
    private static final class Waiting extends AsyncRequestCoordinator {
        private BodyHandler awaited;
        private boolean discarded;
        private boolean full;

        @Override
        int maxUnauthenticatedBytes() {
            return MOST;
        }

        @Override
        void await(
                BodyHandler recipient,
                ServletBody body,
                HttpServletRequest request,
                TraceContext trace) {
            if (full) {
                throw Failure.of(ErrorCode.OVERLOADED, "Too many.");
            }
            awaited = recipient;
        }

        @Override
        AsyncExchange hold(HttpServletRequest request, TraceContext trace) {
            throw Failure.of(ErrorCode.OVERLOADED, "Too many.");
        }

        @Override
        void discard(ServletBody body, HttpServletRequest request, TraceContext trace) {
            discarded = true;
        }
    }

    private final class Out extends ServletOutputStream {
        @Override
        public void write(int one) throws IOException {
            written.write(one);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Nothing is written by and by.");
        }
    }
}
