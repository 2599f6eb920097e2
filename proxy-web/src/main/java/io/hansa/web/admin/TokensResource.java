package io.hansa.web.admin;

import io.hansa.proxy.administration.RevokeTokens;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The end of all tokens of one account. */
@Path("/admin/accounts/{name}/revoke-tokens")
@RequestScoped
public class TokensResource {
    @Inject private RevokeTokens revoke;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response revoke(
            @PathParam("name") String name,
            @BeanParam WriteParameters write,
            @Context HttpServletRequest http) {
        return ItemsResource.done(revoke.of(name, write.options(http)));
    }
}
