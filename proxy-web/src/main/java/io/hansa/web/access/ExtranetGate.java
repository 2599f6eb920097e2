package io.hansa.web.access;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.authentication.PeerDoor;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registry.Registries;
import io.hansa.web.listener.IngressResolver;
import io.hansa.web.problem.ServletProblems;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Gives peers of other organizations access to capability information and keys, and to nothing else
 * besides services: not to the administration, tokens or pages. It refuses a request over a
 * listener that is not configured, and one over the extranet whose certificate belongs to no
 * enabled peer. {@code NonServiceFilterRegistration} registers it; the services check this
 * themselves.
 */
public class ExtranetGate extends HttpFilter {
    /** The request attribute that holds the calling {@link Peer} of a request over the extranet. */
    public static final String PEER = "io.hansa.peer";

    private static final long serialVersionUID = 1L;

    private static final Set<String> OPEN_TO_PEERS =
            Set.of("/api/v1/capabilities", "/.well-known/jwks.json");

    @Inject private transient IngressResolver ingress;
    @Inject private transient PeerDoor door;
    @Inject private transient Registries registries;
    @Inject private transient RecordedRefusals refusals;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        refusals.attachTo(request);
        try {
            Peer peer = door.peer(registries.current(), ingress.of(request));
            if (peer != null) {
                request.setAttribute(PEER, peer);
                requireOpenToPeers(request.getRequestURI());
            }
        } catch (Failure refused) {
            ServletProblems.write(refused, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void requireOpenToPeers(String path) {
        if (!OPEN_TO_PEERS.contains(path)) {
            throw Failure.of(
                    ErrorCode.NOT_FOUND,
                    "The extranet has services, capability information and keys only.");
        }
    }
}
