package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.workbench.ServerWorkbench;
import io.hansa.web.access.OperableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Probes a business server now, as its entry says. */
@OperableBy(Role.OPERATOR)
@Path("/admin/servers/{server}/probe")
@RequestScoped
public class ServerProbeResource {
    @Inject private ServerWorkbench workbench;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response probe(@PathParam("server") String server, @Context HttpServletRequest http) {
        String who = Administrator.of(http);
        return ItemsResource.fresh(Response.ok(workbench.probe(server, who).toString()));
    }
}
