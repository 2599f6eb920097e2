package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.Kind;
import io.hansa.proxy.administration.Written;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** Items that are created or replaced at a name of the administrator's choice. */
public abstract class ReplaceableItemsResource extends ItemsResource {
    ReplaceableItemsResource(Kind kind, String listName) {
        super(kind, listName);
    }

    @PUT
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("key") String key,
            InputStream body,
            @Context HttpHeaders headers,
            @Context HttpServletRequest http)
            throws IOException {
        String who = Administrator.of(http, Role.ADMIN);
        Written written =
                administration().put(kind(), key, JsonBody.read(body), Conditions.of(headers), who);
        return fresh(
                body(
                        Response.status(
                                written.created() ? Response.Status.CREATED : Response.Status.OK),
                        written.item()));
    }
}
