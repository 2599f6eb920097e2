package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.ExplainPermission;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Explains where a request would go now, and why. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin/explain/route")
@RequestScoped
public class ExplainRouteResource {
    @Inject private ExplainPermission explainPermission;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response route(@BeanParam ExplainParameters parameters) {
        return ItemsResource.fresh(
                Response.ok(explainPermission.route(parameters.question()).toString()));
    }
}
