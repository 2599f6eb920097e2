package io.hansa.web.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.configuration.AllowedOrigins;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.access.Origins;
import io.hansa.web.access.PasswordGate;
import io.hansa.web.container.ContainerBehaviour;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBufferingFilterTest {
    private static final byte[] DATA = "some data".getBytes(StandardCharsets.UTF_8);
    private static final int MAX = 1000;

    private final Waiting async = new Waiting();
    private final Passwords passwords = new Passwords();
    private final BodyBufferingFilter filter =
            new BodyBufferingFilter(
                    async,
                    new DispatchedRequests(),
                    passwords,
                    new Origins(new AllowedOrigins(Set.of())),
                    ContainerBehaviour.GRIZZLY);
    private final GradualInput in = new GradualInput();
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private DispatcherType type = DispatcherType.REQUEST;
    private String method = "POST";
    private String path = "/somewhere";
    private long declared = -1;
    private int status;
    private HttpServletRequest passed;

    @Test
    void requestWithoutBodyPassesUnchanged() throws Exception {
        HttpServletRequest request = request();

        filter.doFilter(request, response(), chain());

        assertThat(passed).isSameAs(request);
    }

    @Test
    void bodyThatHasArrivedIsPassedAtOnce() throws Exception {
        declared = DATA.length;
        in.arrive(DATA);

        filter.doFilter(request(), response(), chain());

        assertThat(passed.getInputStream().readAllBytes()).isEqualTo(DATA);
        assertThat(async.awaited).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {9, -1})
    void missingBodyIsAwaitedAndPassedWhenDispatched(long length) throws Exception {
        declared = length;
        headers.put("Transfer-Encoding", length < 0 ? "chunked" : null);

        filter.doFilter(request(), response(), chain());

        assertThat(passed).isNull();
        assertThat(async.awaited.deadlineNanos() - System.nanoTime()).isBetween(1L, 5_000_000_000L);
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
    void unknownCharsetIsRefusedWithAndWithoutBody(String contentType) throws Exception {
        headers.put("Content-Type", contentType);

        filter.doFilter(request(), response(), chain());

        assertThat(passed).isNull();
        assertThat(status).isEqualTo(415);
        declared = DATA.length;
        in.arrive(DATA);
        status = 0;
        filter.doFilter(request(), response(), chain());
        assertThat(passed).isNull();
        assertThat(status).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain; charset=\"UTF-8\"", "a; x=\"charset=no\""})
    void knownCharsetPasses(String contentType) throws Exception {
        headers.put("Content-Type", contentType);

        filter.doFilter(request(), response(), chain());

        assertThat(passed).isNotNull();
    }

    @Test
    void longContentTypeIsRefused() throws Exception {
        headers.put("Content-Type", "a/" + "b".repeat(1000));

        filter.doFilter(request(), response(), chain());

        assertThat(status).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"GET,-1", "HEAD,9", "DELETE,9", "GET,9"})
    void methodWithoutBodyIsRefusedWithOne(String without, long length) throws Exception {
        method = without;
        declared = length;
        headers.put("Transfer-Encoding", length < 0 ? "chunked" : null);

        filter.doFilter(request(), response(), chain());

        assertThat(passed).isNull();
        assertThat(status).isEqualTo(400);
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("request-invalid", "send it without one", "\"effect\":\"NONE\"");
        assertThat(async.awaited).isNull();
        assertThat(async.drained).as("drained without a worker").isEqualTo(length < 0);
    }

    @Test
    void bodyDeclaredTooLongIsRefused() throws Exception {
        declared = 1 << 20;

        filter.doFilter(request(), response(), chain());

        assertThat(status).isEqualTo(413);
        assertThat(async.drained).isTrue();
    }

    @Test
    void bodyBeyondTheLimitOfWaitingIsRefused() throws Exception {
        declared = 9;
        async.full = true;

        filter.doFilter(request(), response(), chain());

        assertThat(status).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a?b", "/a%b", "/a;b", "/a#b", "/a//b", "/a/./b", "/a/../b", "/a/.."})
    void pathThatDispatchWouldChangeIsRefused(String address) throws Exception {
        declared = 9;
        path = address;

        filter.doFilter(request(), response(), chain());

        assertThat(status).isEqualTo(404);
        assertThat(async.awaited).isNull();
    }

    @Test
    void foreignOriginIsRefusedAndItsBodyDrained() throws Exception {
        headers.put("Origin", "null");
        headers.put("Sec-Fetch-Site", "cross-site");
        declared = 1 << 20;

        filter.doFilter(request(), response(), chain());

        assertThat(status).isEqualTo(403);
        assertThat(passed).isNull();
        assertThat(async.drained).isTrue();
    }

    @Test
    void bodyOfARefusedCallerIsNotRead() throws Exception {
        declared = 9;
        passwords.refusal = Failure.of(ErrorCode.GUESSING_SLOWED, "Wait.");

        filter.doFilter(request(), response(), chain());

        assertThat(status).isEqualTo(429);
        assertThat(passed).isNull();
        assertThat(async.awaited).isNull();
    }

    @Test
    void checkBeyondTheLimitOfWaitingIsRefused() throws Exception {
        passwords.check = new CompletableFuture<>();
        async.full = true;

        filter.doFilter(request(), response(), chain());

        assertThat(status).isEqualTo(503);
        assertThat(passed).isNull();
    }

    @Test
    @Timeout(30)
    void threadWithADispatchedRequestHasReturned() throws Exception {
        ContainerReturnGuard before =
                ContainerReturnGuard.forThisThread(ContainerBehaviour.GRIZZLY);
        attributes.put(
                BufferedBody.class.getName(),
                new BufferedBody(new ServletBody(request(), ContainerBehaviour.GRIZZLY)));
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
                            case "getContentLengthLong" -> declared;
                            case "getInputStream" -> in;
                            case "getContentType" -> headers.get("Content-Type");
                            case "getHeader" -> headers.get(given[0]);
                            case "getServletPath" -> path;
                            case "getPathInfo" -> null;
                            case "isSecure" -> false;
                            case "getScheme" -> "http";
                            case "getServerName" -> "localhost";
                            case "getServerPort" -> 8080;
                            case "setAttribute" -> attributes.put((String) given[0], given[1]);
                            case "getAttribute" -> attributes.get(given[0]);
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
        public CompletableFuture<Account> check(HttpServletRequest request, TraceContext trace) {
            if (refusal != null) {
                throw refusal;
            }
            return check;
        }
    }

    /** Records what is waited for. */
    private static final class Waiting extends AsyncRequestCoordinator {
        private BodyHandler awaited;
        private boolean drained;
        private boolean full;

        @Override
        int maxUnauthenticatedBytes() {
            return MAX;
        }

        @Override
        void awaitUnauthenticatedBody(
                BodyHandler handler,
                ServletBody body,
                HttpServletRequest request,
                TraceContext trace) {
            if (full) {
                throw Failure.of(ErrorCode.OVERLOADED, "Too many.");
            }
            awaited = handler;
        }

        @Override
        AsyncExchange awaitSignIn(HttpServletRequest request, TraceContext trace) {
            throw Failure.of(ErrorCode.OVERLOADED, "Too many.");
        }

        @Override
        void drain(ServletBody body, HttpServletRequest request, TraceContext trace) {
            drained = true;
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
            throw new UnsupportedOperationException("The test writes at once.");
        }
    }
}
