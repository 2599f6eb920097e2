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

/** Explains whether a request would be allowed, and why. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin/permissions/explain")
@RequestScoped
public class ExplainPermissionResource {
    @Inject private ExplainPermission explainPermission;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response explain(@BeanParam ExplainParameters parameters) {
        return ItemsResource.fresh(
                Response.ok(explainPermission.explain(parameters.question()).toString()));
    }
}
