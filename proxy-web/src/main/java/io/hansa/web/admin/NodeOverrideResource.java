package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.Administration;
import io.hansa.proxy.administration.Kind;
import io.hansa.proxy.administration.WriteResult;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.web.access.OperableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** The override of a node of the proxy, on every node. */
@OperableBy(Role.OPERATOR)
@Path("/admin/nodes/{node}/override")
@RequestScoped
public class NodeOverrideResource {
    @Inject private Administration administration;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("node") String node,
            InputStream body,
            @BeanParam WriteParameters write,
            @Context HttpHeaders headers,
            @Context HttpServletRequest http)
            throws IOException {
        WriteResult result =
                administration.put(
                        Kind.OVERRIDE,
                        OperatingOverride.node(node),
                        JsonBody.read(body),
                        Conditions.of(headers),
                        write.options(http));
        return ItemsResource.answer(result, write);
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public Response remove(
            @PathParam("node") String node,
            @BeanParam WriteParameters write,
            @Context HttpHeaders headers,
            @Context HttpServletRequest http) {
        WriteResult result =
                administration.remove(
                        Kind.OVERRIDE,
                        OperatingOverride.node(node),
                        false,
                        Conditions.of(headers),
                        write.options(http));
        return ItemsResource.removed(result, write);
    }
}
