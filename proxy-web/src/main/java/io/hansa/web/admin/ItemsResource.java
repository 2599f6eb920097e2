package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.Administration;
import io.hansa.proxy.administration.Item;
import io.hansa.proxy.administration.Kind;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/**
 * What can be done with the items of every kind: list, read, remove. No method is final: CDI
 * proxies it.
 */
public abstract class ItemsResource {
    private final Kind kind;
    private final String listName;
    @Inject private Administration administration;

    ItemsResource(Kind kind, String listName) {
        this.kind = kind;
        this.listName = listName;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@Context HttpServletRequest http) {
        Administrator.of(http, Role.ADMIN);
        var items = Json.createArrayBuilder();
        administration.list(kind).forEach(item -> items.add(item.json()));
        return fresh(
                Response.ok(Json.createObjectBuilder().add(listName, items).build().toString()));
    }

    @GET
    @Path("/{key}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(
            @PathParam("key") String key,
            @Context Request request,
            @Context HttpServletRequest http) {
        Administrator.of(http, Role.ADMIN);
        Item item = administration.get(kind, key);
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag(item));
        return fresh(notModified == null ? body(Response.ok(), item) : notModified);
    }

    @DELETE
    @Path("/{key}")
    public Response remove(
            @PathParam("key") String key,
            @Context HttpHeaders headers,
            @Context HttpServletRequest http) {
        String who = Administrator.of(http, Role.ADMIN);
        administration.remove(kind, key, Conditions.of(headers), who);
        return Response.noContent().build();
    }

    Kind kind() {
        return kind;
    }

    Administration administration() {
        return administration;
    }

    static Response.ResponseBuilder body(Response.ResponseBuilder response, Item item) {
        return response.type(MediaType.APPLICATION_JSON)
                .entity(item.json().toString())
                .tag(tag(item));
    }

    /** May be kept, but asked about before each use. */
    static Response fresh(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    private static EntityTag tag(Item item) {
        return new EntityTag(item.tag());
    }
}
