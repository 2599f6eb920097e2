package io.hansa.web.admin;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.audit.AuditList;
import io.hansa.proxy.audit.ChainedRecord;
import io.hansa.proxy.audit.LongReads;
import io.hansa.proxy.audit.VerifyAudit;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.listing.Page;
import io.hansa.proxy.registry.DatabaseReads;
import io.hansa.web.access.Filters;
import io.hansa.web.access.ListQuery;
import io.hansa.web.access.Query;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** The audit record: in pages, and checked. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Filters({"account", "kind", "key", "action", "since", "until"})
@Path("/admin/audit")
@RequestScoped
public class AuditResource {
    @Inject private AuditList list;
    @Inject private VerifyAudit verify;
    @Inject private LongReads longReads;
    @Inject private DatabaseReads reads;

    @GET
    @ListQuery
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@Context UriInfo address) {
        Map<String, String> parameters = Query.of(address);
        Page<ChainedRecord> page = reads.read(() -> list.page(parameters));
        return ItemsResource.fresh(Response.ok(page.json("audit", ChainedRecord::json).toString()));
    }

    @GET
    @Path("/verify")
    @Produces(MediaType.APPLICATION_JSON)
    public Response verify(
            @QueryParam("sequence") String sequence, @QueryParam("hash") String hash) {
        boolean noted = sequence != null || hash != null;
        if (noted && !isPlace(sequence, hash)) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "Give sequence and hash of a record that you noted, or neither of them.");
        }
        long from = noted ? Long.parseLong(sequence) : 0;
        longReads.begin();
        try {
            JsonObject found = reads.read(() -> verify.verify(from, noted ? hash : ""));
            return ItemsResource.fresh(Response.ok(found.toString()));
        } finally {
            longReads.end();
        }
    }

    private static boolean isPlace(String sequence, String hash) {
        return sequence != null
                && hash != null
                && sequence.matches("[1-9][0-9]{0,17}")
                && hash.matches("[0-9A-Fa-f]{64}");
    }
}
