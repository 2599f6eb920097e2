package io.hansa.proxy.remote;

import io.hansa.api.BusinessException;
import io.hansa.api.BusinessProxy;
import io.hansa.api.BusinessReply;
import io.hansa.api.BusinessRequest;
import io.hansa.api.ProxyStatus;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.ReplyHead;
import io.hansa.proxy.offering.Offering;
import io.hansa.proxy.pipeline.RequestPipeline;
import io.hansa.proxy.pipeline.ServiceReply;
import io.hansa.proxy.tracing.TraceContext;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The stateless bean behind the remote interface, declared in {@code META-INF/ejb-jar.xml}. A
 * caller's transaction is suspended: business servers take no part in it, and none may stay open
 * while one is waited for. The account inside the request names the caller, not what the container
 * knows of the connection.
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RemoteBusinessProxy implements BusinessProxy {
    private static final int OK = 200;

    @Inject private RequestPipeline way;
    @Inject private Offering offering;

    /** For the container. */
    public RemoteBusinessProxy() {}

    RemoteBusinessProxy(RequestPipeline way, Offering offering) {
        this.way = way;
        this.offering = offering;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public BusinessReply process(BusinessRequest request) throws BusinessException {
        TraceContext trace = RemoteRequests.trace(request);
        try {
            ServiceReply reply = way.process(RemoteRequests.read(request, trace));
            return new BusinessReply(
                            reply.contentType(),
                            reply.data(),
                            reply.path(),
                            reply.server(),
                            trace.traceId())
                    .withContext(context(reply.head()));
        } catch (Failure failure) {
            throw new BusinessException(
                    failure.code().code(),
                    failure.code().status(),
                    failure.getMessage(),
                    trace.traceId(),
                    failure.effect(),
                    told(failure));
        }
    }

    private static Map<String, String> context(ReplyHead head) {
        Map<String, String> context = head.headers().toMap();
        if (head.status() != OK) {
            context.put("Hansa-Status", Integer.toString(head.status()));
        }
        return context;
    }

    private static Map<String, String> told(Failure failure) {
        Map<String, String> told = new LinkedHashMap<>();
        failure.extensions()
                .forEach(
                        (name, value) ->
                                told.put(
                                        name,
                                        value instanceof JsonString text
                                                ? text.getString()
                                                : String.valueOf(value)));
        return told;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ProxyStatus status() {
        return offering.status();
    }
}
