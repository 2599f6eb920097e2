package io.hansa.web.ingress;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.authentication.PeerDoor;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registry.Registries;
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
 * Lets the peers of other organizations at what they need besides services and at nothing else: no
 * administration, no tokens, no pages. Lets nobody in over a listener that is not known, nor over
 * the extranet with a certificate that is of no enabled peer. {@link NonServiceFilterRegistration}
 * says where it stands; the services ask for themselves.
 */
public class ExtranetGate extends HttpFilter {
    /** The request's attribute that holds the {@link Peer} which asks over the extranet. */
    public static final String PEER = "io.hansa.peer";

    private static final long serialVersionUID = 1L;

    private static final Set<String> FOR_PEERS =
            Set.of("/api/v1/capabilities", "/.well-known/jwks.json");

    @Inject private transient IngressResolver arrivals;
    @Inject private transient PeerDoor door;
    @Inject private transient Registries registries;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            Peer peer = door.peer(registries.current(), arrivals.of(request));
            if (peer != null) {
                request.setAttribute(PEER, peer);
                requireForPeers(request.getRequestURI());
            }
        } catch (Failure refused) {
            ServletProblems.write(refused, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void requireForPeers(String address) {
        if (!FOR_PEERS.contains(address)) {
            throw Failure.of(
                    ErrorCode.NOT_FOUND,
                    "The extranet has services, capability information and keys only.");
        }
    }
}
