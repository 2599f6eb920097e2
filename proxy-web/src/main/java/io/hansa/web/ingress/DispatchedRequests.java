package io.hansa.web.ingress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Goes on with requests that a container has dispatched. Payara gives those neither a request
 * context, which resources live in, nor error pages.
 */
@ApplicationScoped
public class DispatchedRequests {
    @ActivateRequestContext
    public void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new DispatchedResponse(request, response));
    }
}
