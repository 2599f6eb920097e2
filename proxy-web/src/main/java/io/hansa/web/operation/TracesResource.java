package io.hansa.web.operation;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.tracing.Timeline;
import io.hansa.proxy.tracing.TraceList;
import io.hansa.proxy.tracing.TraceRecord;
import io.hansa.proxy.tracing.Traces;
import io.hansa.web.access.Filters;
import io.hansa.web.access.ListQuery;
import io.hansa.web.access.Query;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** What this node did for its latest requests, step by step (R19). */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Filters({
    "capability",
    "account",
    "outcome",
    "code",
    "server",
    "peer",
    "minMillis",
    "since",
    "until"
})
@Path("/admin/traces")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TracesResource {
    @Inject private Traces traces;
    @Inject private TraceList list;

    @GET
    @ListQuery
    public String latest(@Context UriInfo address) {
        return list.page(Query.of(address))
                .json("traces", record -> summary(record).build())
                .toString();
    }

    @GET
    @Path("/{traceId}")
    public String trace(@PathParam("traceId") String traceId) {
        List<TraceRecord> records = traces.of(traceId);
        if (records.isEmpty()) {
            throw Failure.of(
                    ErrorCode.NOT_FOUND, "This node knows nothing of the trace " + traceId + ".");
        }
        JsonArrayBuilder requests = JSON.createArrayBuilder();
        records.forEach(record -> requests.add(summary(record).add("steps", steps(record))));
        return JSON.createObjectBuilder()
                .add("traceId", traceId)
                .add("requests", requests)
                .build()
                .toString();
    }

    private static JsonObjectBuilder summary(TraceRecord record) {
        JsonObjectBuilder json =
                JSON.createObjectBuilder()
                        .add("traceId", record.context().traceId())
                        .add("spanId", record.context().spanId())
                        .add("proxy", record.proxy())
                        .add("node", record.node())
                        .add("capability", record.capability())
                        .add("startedAt", record.startedAt().toString())
                        .add("durationMicros", record.nanos() / 1000)
                        .add("status", record.status())
                        .add("path", JSON.createArrayBuilder(record.path()));
        add(json, "parentId", record.context().parentId());
        add(json, "caller", record.caller());
        add(json, "code", record.code());
        add(json, "effect", record.effect());
        add(json, "server", record.server());
        return json;
    }

    private static JsonArrayBuilder steps(TraceRecord record) {
        JsonArrayBuilder steps = JSON.createArrayBuilder();
        for (Timeline.Entry entry : record.steps()) {
            JsonObjectBuilder step =
                    JSON.createObjectBuilder()
                            .add("step", entry.step())
                            .add("capability", entry.capability())
                            .add("depth", entry.depth())
                            .add("offsetMicros", entry.offsetNanos() / 1000)
                            .add("durationMicros", entry.nanos() / 1000);
            add(step, "note", entry.note());
            steps.add(step);
        }
        return steps;
    }

    private static void add(JsonObjectBuilder json, String name, Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }
}
