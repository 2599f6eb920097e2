package io.hansa.web.admin;

import io.hansa.proxy.administration.Kind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Descriptions of capabilities. */
@Path("/admin/capabilities")
@RequestScoped
public class CapabilitiesResource extends ItemsResource {
    public CapabilitiesResource() {
        super(Kind.CAPABILITY);
    }
}
