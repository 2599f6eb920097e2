package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.overview.Overview;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Whether everything is well, and what to do where it is not. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin/overview")
@RequestScoped
public class OverviewResource {
    @Inject private Overview overview;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get() {
        return ItemsResource.fresh(Response.ok(overview.now().toString()));
    }
}
