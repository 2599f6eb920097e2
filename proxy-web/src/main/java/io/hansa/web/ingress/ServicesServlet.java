package io.hansa.web.ingress;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.PendingRequest;
import io.hansa.proxy.pipeline.Progress;
import io.hansa.proxy.pipeline.RequestPipeline;
import io.hansa.proxy.pipeline.ServiceReply;
import io.hansa.proxy.pipeline.ServiceRequest;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.access.Origins;
import io.hansa.web.problem.ServletProblems;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Turns the HTTP request into a {@link ServiceRequest} and the reply or failure into the HTTP
 * response.
 */
@WebServlet(name = ServicesServlet.NAME, urlPatterns = "/api/v1/services/*", asyncSupported = true)
public class ServicesServlet extends HttpServlet {
    static final String NAME = "services";

    private static final long serialVersionUID = 1L;

    @Inject private transient RequestPipeline way;
    @Inject private transient IngressResolver arrivals;
    @Inject private transient Origins origins;
    @Inject private transient AsyncRequestCoordinator slow;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ContainerReturnGuard.arrived();
        HeldCall held = HeldCall.of(request);
        TraceContext trace =
                held == null
                        ? TraceContext.continuing(request.getHeader("traceparent"))
                        : held.trace();
        ServletBody body = held == null ? new ServletBody(request) : held.body();
        try {
            origins.refuseForeign(request);
            Progress progress =
                    held == null
                            ? way.start(serviceRequest(request, body, trace))
                            : held.pending().resume();
            if (progress instanceof Progress.Completed completed) {
                reply(completed.reply(), trace, request, response);
            } else {
                await(new HeldCall((PendingRequest) progress, body, trace), request);
            }
        } catch (Failure failure) {
            ServletProblems.write(failure, trace.traceId(), request, response);
            if (body.leftOver()) {
                slow.discard(body, request, trace);
            }
        }
    }

    /** Where the container does not let the request wait, the request ends. */
    private void await(HeldCall call, HttpServletRequest request) throws IOException {
        try {
            if (call.pending() instanceof Progress.AwaitingSignIn signIn) {
                awaitPasswordCheck(signIn, call, request);
            } else if (call.pending() instanceof Progress.AwaitingBody
                    && !call.body().comesInAMoment()) {
                slow.await(call.pending(), call.body(), request, call.trace());
            } else {
                call.body().waitForIt();
                slow.goOn(call.pending(), request, call.trace());
            }
        } catch (IOException | RuntimeException notAwaited) {
            call.pending().close();
            throw notAwaited;
        }
    }

    private void awaitPasswordCheck(
            Progress.AwaitingSignIn signIn, HeldCall call, HttpServletRequest request) {
        AsyncExchange exchange;
        call.goesOnWith(request);
        try {
            exchange = slow.hold(request, call.trace());
        } catch (Failure tooMany) {
            throw signIn.abandon(tooMany);
        }
        signIn.onChecked(() -> exchange.dispatchAnew(HeldCall.ADDRESS));
    }

    private ServiceRequest serviceRequest(
            HttpServletRequest request, ServletBody body, TraceContext trace) {
        IngressPoint arrival = arrivals.of(request);
        if (!"POST".equals(request.getMethod())) {
            throw Failure.of(ErrorCode.METHOD_NOT_ALLOWED, "Send the business data with POST.");
        }
        return new ServiceRequest(
                capability(request),
                request.getHeader("Authorization"),
                arrival,
                request.getContentType(),
                body,
                timeoutMillis(request.getHeader("Hansa-Timeout-Ms")),
                request.getHeader("Hansa-Visited"),
                request.getHeader("Hansa-Retries"),
                request.getHeader("Idempotency-Key"),
                trace);
    }

    private static String capability(HttpServletRequest request) {
        String path = request.getPathInfo();
        if (path == null || path.length() < 2) {
            throw Failure.of(
                    ErrorCode.CAPABILITY_UNKNOWN,
                    "Name a capability: /api/v1/services/{capability}.");
        }
        return path.substring(1);
    }

    private static long timeoutMillis(String header) {
        if (header == null) {
            return 0;
        }
        try {
            long millis = Long.parseLong(header.strip());
            if (millis > 0) {
                return millis;
            }
        } catch (NumberFormatException notANumber) {
            throw badTimeout();
        }
        throw badTimeout();
    }

    private static Failure badTimeout() {
        return Failure.of(
                ErrorCode.REQUEST_INVALID,
                "Hansa-Timeout-Ms must be a whole number of milliseconds, at least 1.");
    }

    private void reply(
            ServiceReply reply,
            TraceContext trace,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        OutgoingReply.head(reply, trace, response);
        if (reply.data().length <= OutgoingReply.AT_ONCE) {
            response.getOutputStream().write(reply.data());
        } else {
            slow.give(reply, request, trace);
        }
    }
}
