package io.hansa.web.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Applies {@link Origins} to every method that changes something and to all of the administration, before anybody is
 * authenticated: a refusal costs no password check.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 2)
public class OriginGate implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject private Origins origins;
    @Context private ResourceInfo matched;
    @Context private HttpServletRequest http;

    @Override
    public void filter(ContainerRequestContext request) {
        Class<?> resource = matched.getResourceClass();
        boolean open = resource != null && resource.isAnnotationPresent(OpenToAll.class);
        if (!open || !SAFE.contains(request.getMethod())) {
            origins.refuseForeign(http);
        }
    }
}
