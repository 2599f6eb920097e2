package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.workbench.ServerWorkbench;
import io.hansa.web.access.OperableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** Sends one request to a business server, and shows what was sent and received. */
@OperableBy(Role.OPERATOR)
@Path("/admin/servers/{server}/try")
@RequestScoped
public class ServerTryResource {
    @Inject private ServerWorkbench workbench;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response exchange(
            @PathParam("server") String server, InputStream body, @Context HttpServletRequest http)
            throws IOException {
        String who = Administrator.of(http);
        String shown = workbench.exchange(server, JsonBody.read(body), who).toString();
        return ItemsResource.fresh(Response.ok(shown));
    }
}
