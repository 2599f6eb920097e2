package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.ReviewPermissions;
import io.hansa.proxy.registry.DatabaseReads;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Permissions that decided about no request for a while. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin/permissions/unused")
@RequestScoped
public class UnusedPermissionsResource {
    @Inject private ReviewPermissions review;
    @Inject private DatabaseReads reads;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("since") String since,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        JsonObject found = reads.read(() -> review.unused(since, limit, after));
        return ItemsResource.fresh(Response.ok(found.toString()));
    }
}
