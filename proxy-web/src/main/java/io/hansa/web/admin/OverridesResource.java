package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.ShowOverrides;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** All that operators have set and that is in force. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin/overrides")
@RequestScoped
public class OverridesResource {
    @Inject private ShowOverrides overrides;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list() {
        return ItemsResource.fresh(Response.ok(overrides.inForce().toString()));
    }
}
