package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.Administration;
import io.hansa.proxy.administration.Item;
import io.hansa.proxy.administration.Kind;
import io.hansa.proxy.administration.WriteResult;
import io.hansa.proxy.listing.Page;
import io.hansa.proxy.registry.DatabaseReads;
import io.hansa.web.access.ListQuery;
import io.hansa.web.access.Query;
import io.hansa.web.access.ReadableBy;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * What can be done with the items of every kind: list, read, create, replace, change, remove. No
 * method is final: CDI proxies it.
 */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
public abstract class ItemsResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Kind kind;

    @Inject private Administration administration;
    @Inject private DatabaseReads reads;

    ItemsResource(Kind kind) {
        this.kind = kind;
    }

    /** One page. */
    @GET
    @ListQuery
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@Context UriInfo address) {
        Map<String, String> parameters = Query.of(address);
        Page<Item> page = reads.read(() -> administration.list(kind, parameters));
        return fresh(Response.ok(page.json(kind.plural(), Item::json).toString()));
    }

    @GET
    @Path("/{key}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(@PathParam("key") String key, @Context Request request) {
        Item item = reads.read(() -> administration.get(kind, key));
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag(item));
        return fresh(notModified == null ? body(Response.ok(), item, item.json()) : notModified);
    }

    @PUT
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("key") String key,
            InputStream body,
            @BeanParam WriteParameters write,
            @Context HttpHeaders headers,
            @Context HttpServletRequest http)
            throws IOException {
        return answer(
                administration.put(
                        kind,
                        key,
                        JsonBody.read(body),
                        Conditions.of(headers),
                        write.options(http)),
                write);
    }

    /** RFC 7396. */
    @PATCH
    @Path("/{key}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    public Response patch(
            @PathParam("key") String key,
            InputStream body,
            @BeanParam WriteParameters write,
            @Context HttpHeaders headers,
            @Context HttpServletRequest http)
            throws IOException {
        return answer(
                administration.patch(
                        kind,
                        key,
                        JsonBody.read(body),
                        Conditions.of(headers),
                        write.options(http)),
                write);
    }

    @DELETE
    @Path("/{key}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response remove(
            @PathParam("key") String key,
            @QueryParam("cascade") String cascade,
            @BeanParam WriteParameters write,
            @Context HttpHeaders headers,
            @Context HttpServletRequest http) {
        WriteResult result =
                administration.remove(
                        kind,
                        key,
                        Query.flag("cascade", cascade),
                        Conditions.of(headers),
                        write.options(http));
        return removed(result, write);
    }

    Administration administration() {
        return administration;
    }

    static Response removed(WriteResult result, WriteParameters write) {
        return write.isDryRun()
                ? fresh(Response.ok(result.plan().toString()))
                : Response.noContent().build();
    }

    /**
     * @param plan of a dry run; null: the change was made
     */
    static Response done(JsonObject plan) {
        return plan == null
                ? Response.noContent().build()
                : fresh(Response.ok(plan.toString(), MediaType.APPLICATION_JSON_TYPE));
    }

    static Response answer(WriteResult result, WriteParameters write) {
        if (write.isDryRun()) {
            return fresh(Response.ok(result.plan().toString()));
        }
        boolean created = result.written().created();
        return fresh(
                body(
                        Response.status(created ? Response.Status.CREATED : Response.Status.OK),
                        result.written().item(),
                        result.json()));
    }

    static Response.ResponseBuilder body(
            Response.ResponseBuilder response, Item item, JsonObject json) {
        return response.type(MediaType.APPLICATION_JSON).entity(json.toString()).tag(tag(item));
    }

    /** May be kept, but asked about before each use. */
    static Response fresh(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    private static EntityTag tag(Item item) {
        return new EntityTag(item.tag());
    }
}
