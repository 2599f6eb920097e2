package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.Kind;
import io.hansa.proxy.administration.ShowAnnounced;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Other proxies this one knows. */
@Path("/admin/peers")
@RequestScoped
public class PeersResource extends ReplaceableItemsResource {
    @Inject private ShowAnnounced announced;

    public PeersResource() {
        super(Kind.PEER, "peers");
    }

    @GET
    @Path("/{key}/announced")
    @Produces(MediaType.APPLICATION_JSON)
    public Response announced(@PathParam("key") String key, @Context HttpServletRequest http) {
        Administrator.of(http, Role.ADMIN);
        return fresh(Response.ok(announced.of(key).toString()));
    }
}
