package io.hansa.web.service;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
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
 * Lets other organizations at what peers need besides services and at nothing else: no administration, no tokens, no pages.
 * {@link FiltersOfOtherServlets} says where it stands.
 */
public class ExtranetGate extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Set<String> FOR_PEERS =
            Set.of("/api/v1/capabilities", "/.well-known/jwks.json");

    @Inject private transient Arrivals arrivals;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!arrivals.of(request).extranet() || FOR_PEERS.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        ServletProblems.write(
                Failure.of(
                        ErrorCode.NOT_FOUND,
                        "The extranet has services, capability information and keys only."),
                request,
                response);
    }
}
