package io.hansa.web.admin;

import io.hansa.proxy.administration.Kind;
import io.hansa.web.access.Filters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Business servers. */
@Filters({"capability", "state"})
@Path("/admin/servers")
@RequestScoped
public class ServersResource extends ItemsResource {
    public ServersResource() {
        super(Kind.SERVER);
    }
}
