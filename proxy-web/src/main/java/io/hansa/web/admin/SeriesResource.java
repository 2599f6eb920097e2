package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.series.SeriesJson;
import io.hansa.proxy.series.SeriesOfNodes;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Figures of the last minutes and hours, of all nodes or of one. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin/series")
@RequestScoped
public class SeriesResource {
    @Inject private SeriesOfNodes series;
    @Inject private Clock clock;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(
            @QueryParam("name") String name,
            @QueryParam("by") String by,
            @QueryParam("from") String from,
            @QueryParam("step") String step,
            @QueryParam("node") String node) {
        String shown = new SeriesJson(series, clock).show(name, by, from, step, node).toString();
        return ItemsResource.fresh(Response.ok(shown));
    }
}
