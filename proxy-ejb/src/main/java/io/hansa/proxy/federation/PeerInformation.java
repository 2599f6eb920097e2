package io.hansa.proxy.federation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What every proxy tells its peers about itself; the path stands on the methods so that it is no resource here. */
public interface PeerInformation {
    @GET
    @Path("/api/v1/capabilities")
    @Produces(MediaType.APPLICATION_JSON)
    Response capabilities();

    @GET
    @Path("/.well-known/jwks.json")
    @Produces(MediaType.APPLICATION_JSON)
    Response keys();
}
