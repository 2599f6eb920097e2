package io.hansa.web.ingress;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.ServiceRequest;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.listener.IngressResolver;
import io.hansa.web.problem.ContainerRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Reads the head of {@code POST /api/v1/services/{capability}}. Safe for many threads. */
@ApplicationScoped
public class ServiceRequestReader {
    /** The methods of every service. */
    static final List<String> ALLOWED = List.of("POST", "OPTIONS");

    @Inject private IngressResolver ingress;

    /**
     * @throws Failure where the head is not that of a request for a service
     */
    ServiceRequest read(HttpServletRequest request, ServletBody body, TraceContext trace) {
        var arrival = ingress.of(request);
        if (!"POST".equals(request.getMethod())) {
            throw ContainerRefusal.methodNotAllowed("Send the business data with POST.", ALLOWED);
        }
        ServiceAddress address = ServiceAddress.of(request);
        return new ServiceRequest(
                address.capability(),
                request.getHeader("Authorization"),
                arrival,
                RequestHeads.of(request, address.suffix()),
                body,
                timeoutMillis(request.getHeader("Hansa-Timeout-Ms")),
                request.getHeader("Hansa-Visited"),
                request.getHeader("Hansa-Retries"),
                trace);
    }

    /** 0 where the caller names no time-out. */
    private static long timeoutMillis(String header) {
        long millis = -1;
        try {
            millis = header == null ? 0 : Math.max(-1, Long.parseLong(header.strip()));
        } catch (NumberFormatException refused) {
            millis = -1;
        }
        if (millis < 0 || millis == 0 && header != null) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "Hansa-Timeout-Ms must be a whole number of milliseconds, at least 1.");
        }
        return millis;
    }
}
