package io.hansa.web.admin;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.web.access.OpenToAccounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;

/** Who the caller is, and which roles it has here: pages offer what these allow. */
@OpenToAccounts
@Path("/admin/me")
@RequestScoped
public class MeResource {
    @Inject private ProxyIdentity proxy;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response me(@Context HttpServletRequest http) {
        Caller caller = Administrator.account(http);
        return ItemsResource.fresh(
                Response.ok(
                        JSON.createObjectBuilder()
                                .add("account", caller.account())
                                .add("roles", sorted(caller.roles()))
                                .add("groups", sorted(caller.groups()))
                                .add("proxy", proxy.id())
                                .add("node", proxy.node())
                                .build()
                                .toString()));
    }

    private static JsonArray sorted(Collection<?> names) {
        var array = JSON.createArrayBuilder();
        names.stream().map(Object::toString).sorted().forEach(array::add);
        return array.build();
    }
}
