package io.hansa.web.admin;

import io.hansa.proxy.administration.Kind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Business servers and where they listen. */
@Path("/admin/servers")
@RequestScoped
public class ServersResource extends ReplaceableItemsResource {
    public ServersResource() {
        super(Kind.SERVER, "servers");
    }
}
