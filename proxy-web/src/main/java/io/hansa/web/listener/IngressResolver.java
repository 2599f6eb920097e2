package io.hansa.web.listener;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.proxy.configuration.HttpListeners;
import io.hansa.proxy.configuration.TrustedProxies;
import io.hansa.proxy.failure.Failure;
import io.hansa.web.container.ContainerBehaviour;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds by which listener and from which source a request came in and, on the extranet, which
 * certificate its client showed. A request over a listener that is not configured is refused. Safe
 * for many threads. Dependent, so that no proxy stands before it: each request calls it.
 */
@Dependent
public class IngressResolver {
    private static final System.Logger LOG = System.getLogger(IngressResolver.class.getName());
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final HttpListeners known;
    private final ContainerBehaviour container;
    private final ForwardedSource sources;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private volatile ListenerNames names;

    @Inject
    IngressResolver(HttpListeners known, TrustedProxies trusted, ContainerBehaviour container) {
        this.known = known;
        this.container = container;
        this.sources = new ForwardedSource(trusted);
    }

    /**
     * @throws Failure PERMISSION_DENIED over a listener that is not configured
     */
    public IngressPoint of(HttpServletRequest request) {
        return listener(request).from(sources.of(request));
    }

    private IngressPoint listener(HttpServletRequest request) {
        String listener = names(request).of(request);
        if (known.intranet().contains(listener)) {
            if (request.isSecure() && certificate(request) != null) {
                throw refused(
                        "Listener %s is one of hansa.http.listeners and yet asks for client certificates; name it in hansa.extranet.listeners instead."
                                .formatted(listener),
                        listener);
            }
            return IngressPoint.INTRANET;
        }
        if (known.extranet().contains(listener)) {
            return IngressPoint.extranet(certificate(request));
        }
        throw refused(
                "Listener %s is not known; name it in hansa.http.listeners or hansa.extranet.listeners."
                        .formatted(listener),
                listener);
    }

    /** Found with the first request, because Payara's names need one of its request objects. */
    private ListenerNames names(HttpServletRequest request) {
        ListenerNames found = names;
        if (found == null) {
            found = ListenerNames.of(container, request);
            names = found;
        }
        return found;
    }

    private static X509Certificate certificate(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain
                        && chain.length > 0
                ? chain[0]
                : null;
    }

    private Failure refused(String reason, String listener) {
        if (warned.add(listener)) {
            LOG.log(System.Logger.Level.WARNING, "HANSA-5301 Requests are refused. {0}", reason);
        }
        return Failure.of(ErrorCode.PERMISSION_DENIED, reason).with("reason", reason);
    }
}
