package io.hansa.proxy.inbound;

import io.hansa.api.ErrorCode;
import io.hansa.connector.CallFailedException;
import io.hansa.connector.ServerCall;
import io.hansa.connector.ServerCallListener;
import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.RequestHead;
import io.hansa.proxy.pipeline.Body;
import io.hansa.proxy.pipeline.ServiceReply;
import io.hansa.proxy.pipeline.ServiceRequest;
import io.hansa.proxy.tracing.TraceContext;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes the calls of one port the request's way. A failure is told in one line, since framed
 * protocols have no status: {@code HANSA-ERROR code effect traceId detail}; in ISO 8583, the port
 * makes a response code of it. For any number of threads.
 */
final class AnsweredCalls implements ServerCallListener {
    private final InboundPort port;
    private final Supplier<String> authorization;
    private final Function<ServiceRequest, ServiceReply> way;

    /**
     * @param authorization of the port's account, as in HTTP; empty: the account is not known
     */
    AnsweredCalls(
            InboundPort port,
            Supplier<String> authorization,
            Function<ServiceRequest, ServiceReply> way) {
        this.port = port;
        this.authorization = authorization;
        this.way = way;
    }

    @Override
    public byte[] answer(ServerCall call) throws CallFailedException {
        TraceContext trace = TraceContext.continuing(null);
        try {
            return way.apply(request(call, trace)).data();
        } catch (Failure failure) {
            throw new CallFailedException(line(failure, trace), ResponseCodes.of(failure));
        }
    }

    private ServiceRequest request(ServerCall call, TraceContext trace) {
        String shown = authorization.get();
        if (shown == null) {
            throw Failure.of(
                    ErrorCode.AUTHENTICATION_FAILED,
                    "There is no account %s, which hansa.inbound.%s.account names; enter it."
                            .formatted(port.account(), call.listener()));
        }
        return new ServiceRequest(
                port.capability(),
                shown,
                IngressPoint.INTRANET,
                RequestHead.of(call.contentType()),
                Body.of(call.payload()),
                0,
                null,
                null,
                trace);
    }

    private static String line(Failure failure, TraceContext trace) {
        return "HANSA-ERROR %s %s %s %s"
                .formatted(
                        failure.code().code(),
                        failure.effect(),
                        trace.traceId(),
                        failure.getMessage());
    }
}
