package io.hansa.web.admin;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.Administration;
import io.hansa.proxy.administration.Kind;
import io.hansa.proxy.administration.WriteResult;
import io.hansa.proxy.breaker.Breaker;
import io.hansa.proxy.breaker.BreakerJson;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.failure.Failure;
import io.hansa.web.access.OperableBy;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/**
 * The breakers of business servers and peers: as they are on this node, and as they are set for all
 * nodes.
 */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@OperableBy(Role.OPERATOR)
@Path("/admin/breakers")
@RequestScoped
public class BreakersResource {
    @Inject private Administration administration;
    @Inject private Breakers breakers;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@Context HttpServletRequest http) {
        var all = JSON.createArrayBuilder();
        breakers.all().forEach(breaker -> all.add(BreakerJson.print(breaker)));
        return fresh(JSON.createObjectBuilder().add("breakers", all).build().toString());
    }

    @GET
    @Path("/{target}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(@PathParam("target") String target, @Context HttpServletRequest http) {
        return fresh(BreakerJson.print(existing(target)).toString());
    }

    @PUT
    @Path("/{target}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("target") String target,
            InputStream body,
            @BeanParam WriteParameters write,
            @Context HttpHeaders headers,
            @Context HttpServletRequest http)
            throws IOException {
        WriteResult result =
                administration.put(
                        Kind.BREAKER,
                        target,
                        JsonBody.read(body),
                        Conditions.of(headers),
                        write.options(http));
        return fresh(
                write.isDryRun()
                        ? result.plan().toString()
                        : BreakerJson.print(breakers.of(target)).toString());
    }

    private Breaker existing(String target) {
        return breakers.find(target)
                .orElseThrow(
                        () ->
                                Failure.of(
                                        ErrorCode.NOT_FOUND,
                                        "There is no breaker \"%s\" in use; list them to see which there are."
                                                .formatted(target)));
    }

    private static Response fresh(String json) {
        return ItemsResource.fresh(Response.ok(json));
    }
}
