package io.hansa.grizzly;

import io.hansa.http.Refusal;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Answers {@code Expect} (RFC 9110, section 10.1.1). Grizzly's HttpHandler sends {@code 100
 * Continue} before any application sees the request, and to another expectation a 417 without a
 * document. Here the application is handed a {@link Runnable} that sends {@code 100 Continue}, as
 * the attribute {@value #CONTINUE}, and runs it when it wants the body; an unknown expectation is
 * refused and the connection closed. Stands behind Grizzly's HTTP parser. Safe for many threads.
 */
final class ExpectationFilter extends BaseFilter {
    /** The same name stands in the web module. */
    static final String CONTINUE = "hansa.http.continue";

    private static final byte[] CONTINUE_LINE =
            "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** {@code HttpRequestPacket.requiresAcknowledgement(boolean)}, which is protected. */
    private final MethodHandle acknowledgement;

    private ExpectationFilter(MethodHandle acknowledgement) {
        this.acknowledgement = acknowledgement;
    }

    /**
     * @throws ReflectiveOperationException if this version of Grizzly does not have the method
     */
    static ExpectationFilter create() throws ReflectiveOperationException {
        return new ExpectationFilter(
                MethodHandles.privateLookupIn(HttpRequestPacket.class, MethodHandles.lookup())
                        .findVirtual(
                                HttpRequestPacket.class,
                                "requiresAcknowledgement",
                                MethodType.methodType(void.class, boolean.class)));
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (context.getMessage() instanceof HttpContent content
                && content.getHttpHeader() instanceof HttpRequestPacket request) {
            String expectation = request.getHeader(Header.Expect);
            if (expectation != null && request.getProtocol() == Protocol.HTTP_1_1) {
                if (!"100-continue".equalsIgnoreCase(expectation)) {
                    return MalformedRequestFilter.refuse(context, Refusal.expectationFailed());
                }
                // Grizzly asks for no body of which some has come with the head.
                if (request.requiresAcknowledgement()) {
                    handOver(request, context);
                }
            }
        }
        return context.getInvokeAction();
    }

    private void handOver(HttpRequestPacket request, FilterChainContext context) {
        try {
            acknowledgement.invokeExact(request, false);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
        // The context serves other requests by the time that the application wants the body.
        Connection<?> connection = context.getConnection();
        Runnable send =
                () -> connection.write(Buffers.wrap(connection.getMemoryManager(), CONTINUE_LINE));
        request.setAttribute(CONTINUE, send);
    }
}
