package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.ReviewPermissions;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Names in permissions and other items that belong to nothing. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin/permissions/dangling")
@RequestScoped
public class DanglingNamesResource {
    @Inject private ReviewPermissions review;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        return ItemsResource.fresh(Response.ok(review.dangling(limit, after).toString()));
    }
}
