package io.hansa.web.admin;

import io.hansa.proxy.administration.Kind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Groups of accounts. */
@Path("/admin/groups")
@RequestScoped
public class GroupsResource extends ItemsResource {
    public GroupsResource() {
        super(Kind.GROUP);
    }
}
