package io.hansa.web.access;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.authentication.Arrival;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Registries;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.EnumSet;
import java.util.Set;

/**
 * Lets administrators at everything under {@code /api/v1/admin}, operators at traces, auditors at the audit record,
 * and nobody else at anything. Before matching, so that a stranger does not even learn what there is.
 */
@Provider
@PreMatching
public class AdministrationGate implements ContainerRequestFilter {
    /** The request's property that holds the {@link Caller}. */
    public static final String CALLER = "hansa.caller";

    @Inject private Registries registries;
    @Inject private Authentication authentication;

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        path = path.startsWith("/") ? path.substring(1) : path;
        if (!path.equals("admin") && !path.startsWith("admin/")) {
            return;
        }
        Caller caller =
                authentication.authenticate(
                        registries.current(),
                        request.getHeaderString(HttpHeaders.AUTHORIZATION),
                        Arrival.INTRANET);
        Set<Role> roles = EnumSet.of(Role.ADMIN);
        if (path.startsWith("admin/audit") && readOnly(request)) {
            roles.add(Role.AUDITOR);
        }
        if (path.startsWith("admin/traces") && readOnly(request)) {
            roles.add(Role.OPERATOR);
        }
        if (caller.roles().stream().noneMatch(roles::contains)) {
            String reason =
                    "%s needs one of the roles %s for the administration."
                            .formatted(caller.account(), roles);
            throw Failure.of(ErrorCode.PERMISSION_DENIED, reason).with("reason", reason);
        }
        request.setProperty(CALLER, caller);
    }

    private static boolean readOnly(ContainerRequestContext request) {
        return "GET".equals(request.getMethod());
    }
}
