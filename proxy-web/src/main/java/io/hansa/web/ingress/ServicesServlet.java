package io.hansa.web.ingress;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.PendingRequest;
import io.hansa.proxy.pipeline.Progress;
import io.hansa.proxy.pipeline.RequestPipeline;
import io.hansa.proxy.pipeline.ServiceReply;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.access.Origins;
import io.hansa.web.container.ContainerBehaviour;
import io.hansa.web.problem.ServletProblems;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /api/v1/services/{capability}}: reads the HTTP request, hands it to the pipeline, and
 * writes the reply or failure. A request that has to wait becomes asynchronous, so that it holds no
 * worker of the container:
 *
 * <pre>
 *   start ──▶ Completed      ──▶ the reply is written
 *        ├──▶ AwaitingSignIn ──▶ when the password is checked, the container brings it here again
 *        ├──▶ AwaitingBody   ──▶ when the body has arrived, another thread finishes it
 *        └──▶ AwaitingReply  ──▶ another thread, which may wait, finishes it
 * </pre>
 */
@WebServlet(name = ServicesServlet.NAME, urlPatterns = "/api/v1/services/*", asyncSupported = true)
public class ServicesServlet extends HttpServlet {
    static final String NAME = "services";

    private static final long serialVersionUID = 1L;
    private static final String SIGNING_IN = SigningIn.class.getName();

    /** Where {@link AsyncExchange} dispatches a request whose capability is known already. */
    private static final String DISPATCHED = "/api/v1/services/-";

    @Inject private transient RequestPipeline pipeline;
    @Inject private transient ServiceRequestReader reader;
    @Inject private transient Origins origins;
    @Inject private transient AsyncRequestCoordinator async;
    @Inject private transient ContainerBehaviour container;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ContainerReturnGuard.requestArrived(container);
        if ("OPTIONS".equals(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", ServiceRequestReader.ALLOWED));
            return;
        }
        SigningIn signedIn = (SigningIn) request.getAttribute(SIGNING_IN);
        TraceContext trace =
                signedIn == null
                        ? TraceContext.continuing(
                                request.getHeader("traceparent"), request.getHeader("tracestate"))
                        : signedIn.trace();
        ServletBody body = signedIn == null ? new ServletBody(request, container) : signedIn.body();
        try {
            origins.refuseForeign(request);
            Progress progress =
                    signedIn == null
                            ? pipeline.start(reader.read(request, body, trace))
                            : signedIn.pending().resume();
            if (progress instanceof Progress.Completed completed) {
                send(completed.reply(), request, response, trace);
            } else {
                await((PendingRequest) progress, body, request, trace);
            }
        } catch (Failure failure) {
            ServletProblems.write(failure, trace.traceId(), request, response);
            if (body.mustBeDrained()) {
                async.drain(body, request, trace);
            }
        }
    }

    private void send(
            ServiceReply reply,
            HttpServletRequest request,
            HttpServletResponse response,
            TraceContext trace)
            throws IOException {
        OutgoingReply.head(reply, trace, response);
        if (reply.data().length <= OutgoingReply.MAX_IMMEDIATE) {
            response.getOutputStream().write(reply.data());
        } else {
            async.send(reply, request, trace);
        }
    }

    /** Where the container does not let the request wait, the request is abandoned. */
    private void await(
            PendingRequest pending,
            ServletBody body,
            HttpServletRequest request,
            TraceContext trace) {
        try {
            if (pending instanceof Progress.AwaitingSignIn signIn) {
                awaitSignIn(signIn, body, request, trace);
            } else if (pending instanceof Progress.AwaitingBody && !body.isExpectedSoon()) {
                async.awaitBody(new ServiceBodyHandler(pending), body, request, trace);
            } else {
                body.allowWaiting();
                async.awaitReply(new ServiceBodyHandler(pending), request, trace);
            }
        } catch (RuntimeException notAwaited) {
            pending.close();
            throw notAwaited;
        }
    }

    private void awaitSignIn(
            Progress.AwaitingSignIn signIn,
            ServletBody body,
            HttpServletRequest request,
            TraceContext trace) {
        request.setAttribute(SIGNING_IN, new SigningIn(signIn, body, trace));
        AsyncExchange exchange;
        try {
            exchange = async.awaitSignIn(request, trace);
        } catch (Failure refusal) {
            throw signIn.abandon(refusal);
        }
        exchange.releaseAtEnd(signIn::close);
        signIn.onChecked(() -> exchange.handOverTo(DISPATCHED));
    }

    /** A request whose caller's password is being checked. */
    private record SigningIn(PendingRequest pending, ServletBody body, TraceContext trace) {}
}
