package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.workbench.AssistWorkbench;
import io.hansa.web.access.OperableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** Puts a reply to assist rules. Nothing is sent or stored. */
@OperableBy(Role.OPERATOR)
@Path("/admin/assist/try")
@RequestScoped
public class AssistResource {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response tryRules(InputStream body, @Context HttpServletRequest http)
            throws IOException {
        String tried = AssistWorkbench.tryRules(JsonBody.read(body)).toString();
        return ItemsResource.fresh(Response.ok(tried));
    }
}
