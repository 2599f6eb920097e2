package io.hansa.web.admin;

import io.hansa.proxy.administration.Kind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Other proxies this one knows. */
@Path("/admin/peers")
@RequestScoped
public class PeersResource extends ReplaceableItemsResource {
    public PeersResource() {
        super(Kind.PEER, "peers");
    }
}
