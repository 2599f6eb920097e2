package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.ApplyDocument;
import io.hansa.proxy.administration.ExportItems;
import io.hansa.proxy.administration.Kind;
import io.hansa.proxy.administration.Label;
import io.hansa.proxy.registry.DatabaseReads;
import io.hansa.web.access.Query;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The registry as a document, in JSON or YAML. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin")
@RequestScoped
public class DocumentsResource {
    private static final String YAML = "application/yaml";

    @Inject private ExportItems export;
    @Inject private ApplyDocument apply;
    @Inject private DatabaseReads reads;

    @GET
    @Path("/export")
    @Produces({MediaType.APPLICATION_JSON, YAML})
    public Response export(
            @QueryParam("kind") String kinds,
            @QueryParam("label") String label,
            @Context Request request) {
        Set<Kind> asked = Kind.parse(kinds);
        Label wanted = Label.parse("label", label);
        JsonObject document = reads.read(() -> export.document(asked, wanted));
        boolean yaml = isYaml(request);
        return ItemsResource.fresh(
                Response.ok(
                        DocumentText.print(document, yaml),
                        yaml ? YAML : MediaType.APPLICATION_JSON));
    }

    @POST
    @Path("/apply")
    @Consumes({MediaType.APPLICATION_JSON, YAML})
    @Produces(MediaType.APPLICATION_JSON)
    public Response apply(
            InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @QueryParam("prune") String prune,
            @QueryParam("allowDeletes") String allowDeletes,
            @BeanParam WriteParameters write,
            @Context HttpServletRequest http)
            throws IOException {
        JsonObject document = DocumentText.read(body.readAllBytes(), isYaml(type));
        return ItemsResource.fresh(
                Response.ok(
                        apply.apply(
                                        document,
                                        Label.parse("prune", prune),
                                        Query.flag("allowDeletes", allowDeletes),
                                        write.options(http))
                                .toString()));
    }

    private static boolean isYaml(Request request) {
        Variant best =
                request.selectVariant(
                        Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(YAML))
                                .build());
        return best != null && isYaml(best.getMediaType());
    }

    private static boolean isYaml(MediaType type) {
        return type != null && type.isCompatible(MediaType.valueOf(YAML));
    }
}
