package io.hansa.web.admin;

import io.hansa.proxy.administration.Kind;
import io.hansa.proxy.administration.WriteResult;
import io.hansa.web.access.Filters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;

/** Permissions: granted, replaced, removed. */
@Filters({"subject", "capability", "action"})
@Path("/admin/permissions")
@RequestScoped
public class PermissionsResource extends ItemsResource {
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
}
