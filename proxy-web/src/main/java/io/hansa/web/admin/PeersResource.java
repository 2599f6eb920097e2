package io.hansa.web.admin;

import io.hansa.proxy.administration.Kind;
import io.hansa.proxy.administration.ShowAnnounced;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Other proxies this one knows. */
@Path("/admin/peers")
@RequestScoped
public class PeersResource extends ItemsResource {
    @Inject private ShowAnnounced announced;

    public PeersResource() {
        super(Kind.PEER);
    }

    @GET
    @Path("/{key}/announced")
    @Produces(MediaType.APPLICATION_JSON)
    public Response announced(@PathParam("key") String key) {
        return fresh(Response.ok(announced.of(key).toString()));
    }
}
