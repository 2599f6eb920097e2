package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.DecideHeld;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A revision of the registry that is held because it may be a loss, and the decision about it. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin/registry/held")
@RequestScoped
public class HeldRegistryResource {
    @Inject private DecideHeld held;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        return ItemsResource.fresh(Response.ok(held.show().toString()));
    }

    @POST
    @Path("/accept")
    @Produces(MediaType.APPLICATION_JSON)
    public Response accept(@BeanParam WriteParameters write, @Context HttpServletRequest http) {
        return ItemsResource.fresh(Response.ok(held.accept(write.options(http)).toString()));
    }

    @POST
    @Path("/reject")
    @Produces(MediaType.APPLICATION_JSON)
    public Response reject(@BeanParam WriteParameters write, @Context HttpServletRequest http) {
        return ItemsResource.fresh(Response.ok(held.reject(write.options(http)).toString()));
    }
}
