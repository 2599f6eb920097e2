package io.hansa.it.servers.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Tells the caller's name, to callers of one group. */
@Path("/whoami")
@RequestScoped
public class WhoAmIResource {
    @GET
    @RolesAllowed("retail")
    @Produces("text/plain")
    public String name(@Context SecurityContext caller) {
        return caller.getUserPrincipal().getName();
    }
}
