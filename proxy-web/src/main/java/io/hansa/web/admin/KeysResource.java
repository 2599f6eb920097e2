package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.WriteOptions;
import io.hansa.proxy.signing.KeyRing;
import io.hansa.proxy.signing.KeyRotation;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The keys that sign this proxy's tokens: their ids and times, and their replacement. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin/keys")
@RequestScoped
public class KeysResource {
    @Inject private KeyRing keys;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list() {
        return ItemsResource.fresh(Response.ok(keys.show().toString()));
    }

    @POST
    @Path("/rotate")
    @Produces(MediaType.APPLICATION_JSON)
    public Response rotate(@BeanParam WriteParameters write, @Context HttpServletRequest http) {
        WriteOptions options = write.options(http);
        KeyRotation wanted = new KeyRotation(options.by(), options.reason(), options.dryRun());
        return ItemsResource.fresh(Response.ok(keys.rotate(wanted).toString()));
    }
}
