package io.hansa.web.admin;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.administration.ExplainPermission;
import io.hansa.proxy.administration.Kind;
import io.hansa.proxy.administration.WriteResult;
import io.hansa.proxy.failure.Failure;
import io.hansa.web.access.Filters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;

/** Permissions: granted, removed, explained. */
@Filters({"subject", "capability", "action"})
@Path("/admin/permissions")
@RequestScoped
public class PermissionsResource extends ItemsResource {
    @Inject private ExplainPermission explainPermission;

    public PermissionsResource() {
        super(Kind.PERMISSION);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response grant(
            InputStream body,
            @BeanParam WriteParameters write,
            @Context UriInfo address,
            @Context HttpServletRequest http)
            throws IOException {
        WriteResult granted = administration().grant(JsonBody.read(body), write.options(http));
        if (write.isDryRun()) {
            return answer(granted, write);
        }
        String id = granted.written().item().key();
        return Response.fromResponse(answer(granted, write))
                .location(address.getAbsolutePathBuilder().path(id).build())
                .build();
    }

    @GET
    @Path("/explain")
    @Produces(MediaType.APPLICATION_JSON)
    public Response explain(
            @QueryParam("subject") String subject,
            @QueryParam("capability") String capability,
            @QueryParam("server") String server,
            @QueryParam("peer") String peer) {
        if (subject == null || capability == null) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "Ask with ?subject=account:name&capability=name, with &server=id where one is meant, and with &peer=id where a peer asks for the account.");
        }
        return fresh(
                Response.ok(
                        explainPermission.explain(subject, capability, server, peer).toString()));
    }
}
