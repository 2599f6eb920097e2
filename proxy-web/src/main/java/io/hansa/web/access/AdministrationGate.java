package io.hansa.web.access;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.audit.AuditQueue;
import io.hansa.proxy.audit.CallOrigin;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.proxy.authentication.SignIn;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Registries;
import io.hansa.web.problem.RequestTrace;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.EnumSet;
import java.util.Set;

/**
 * Decides which callers may use a resource. Administrators may use every resource. The roles of
 * {@link ReadableBy} may read it, and the roles of {@link OperableBy} may change it. Every account
 * may use one that is {@link OpenToAccounts}, and every caller one that is {@link OpenToAll}.
 * Decides by the resource that was matched, never by the address, which can be written in many
 * ways.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AdministrationGate implements ContainerRequestFilter {
    /** The request's property that holds the {@link Caller}. */
    public static final String CALLER = "hansa.caller";

    @Inject private Registries registries;
    @Inject private Authentication authentication;
    @Inject private AuditQueue audit;
    @Inject private CallOrigin origin;
    @Inject private RecordedRefusals refusals;
    @Context private ResourceInfo matched;
    @Context private HttpServletRequest http;

    @Override
    public void filter(ContainerRequestContext request) {
        Class<?> resource = matched.getResourceClass();
        if (resource != null && resource.isAnnotationPresent(OpenToAll.class)) {
            return;
        }
        http.setAttribute(RecordedRefusals.ADMINISTRATION, Boolean.TRUE);
        Caller caller = caller(request);
        http.setAttribute(
                RecordedRefusals.ACCOUNT, caller.isPeer() ? caller.shown() : caller.account());
        if (resource != null && resource.isAnnotationPresent(OpenToAccounts.class)) {
            request.setProperty(CALLER, caller);
            return;
        }
        Set<Role> roles = allowed(resource, request.getMethod());
        if (caller.roles().stream().noneMatch(roles::contains)) {
            String reason =
                    "%s needs one of the roles %s for the administration."
                            .formatted(caller.account(), roles);
            throw Failure.of(ErrorCode.PERMISSION_DENIED, reason).with("reason", reason);
        }
        if (!"GET".equals(request.getMethod())) {
            audit.requireRoom();
        }
        origin.set(refusals.source(http).address(), RequestTrace.of(http).traceId());
        request.setProperty(CALLER, caller);
    }

    private Caller caller(ContainerRequestContext request) {
        RequestSignIn known = RequestSignIn.of(http);
        RequestSignIn asking =
                known != null
                        ? known
                        : new RequestSignIn(
                                new SignIn(
                                        request.getHeaderString(HttpHeaders.AUTHORIZATION),
                                        IngressPoint.INTRANET,
                                        RequestTrace.of(http).traceId()),
                                null);
        return asking.caller(authentication, registries.current());
    }

    static Set<Role> allowed(Class<?> resource, String method) {
        Set<Role> roles = EnumSet.of(Role.ADMIN);
        if (resource == null) {
            return roles;
        }
        ReadableBy readable = resource.getAnnotation(ReadableBy.class);
        if (readable != null && "GET".equals(method)) {
            roles.addAll(Set.of(readable.value()));
        }
        OperableBy operable = resource.getAnnotation(OperableBy.class);
        if (operable != null) {
            roles.addAll(Set.of(operable.value()));
        }
        return roles;
    }
}
