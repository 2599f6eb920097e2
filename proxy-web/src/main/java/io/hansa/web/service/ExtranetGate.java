package io.hansa.web.service;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.web.problem.ServletProblems;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets other organizations at what peers need and at nothing else: no administration, no tokens, no pages. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ExtranetGate extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject private transient Arrivals arrivals;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!arrivals.of(request).extranet() || forPeers(request.getRequestURI())) {
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

    private static boolean forPeers(String path) {
        return path.startsWith("/api/v1/services/")
                        && !path.contains("..")
                        && !path.contains(";")
                        && !path.contains("%")
                || path.equals("/api/v1/capabilities")
                || path.equals("/.well-known/jwks.json");
    }
}
