package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.audit.ExportAudit;
import io.hansa.proxy.audit.ExportAudit.Export;
import io.hansa.proxy.audit.ExportAudit.Format;
import io.hansa.proxy.audit.LongReads;
import io.hansa.proxy.listing.QueryText;
import io.hansa.proxy.registry.DatabaseReads;
import io.hansa.web.access.Filters;
import io.hansa.web.access.Query;
import io.hansa.web.access.ReadableBy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The audit record as a file. A resource of its own, because operators may not have it. */
@ReadableBy(Role.AUDITOR)
@Path("/admin/audit/export")
@RequestScoped
public class AuditExportResource {
    private static final String FORMAT = "format";

    @Inject private ExportAudit export;
    @Inject private LongReads longReads;
    @Inject private DatabaseReads reads;

    /** Whether this request is one of the long reads. */
    private boolean begun;

    @GET
    @Filters({"account", "kind", "key", "action", "since", "until"})
    public Response export(@QueryParam(FORMAT) String word, @Context UriInfo address) {
        Map<String, String> parameters = Query.of(address);
        parameters.remove(FORMAT);
        Format format = format(word == null ? "jsonl" : word);
        Export records = reads.read(() -> export.export(format, parameters));
        longReads.begin();
        begun = true;
        StreamingOutput body =
                out -> records.to(lines -> out.write(lines.getBytes(StandardCharsets.UTF_8)));
        return ItemsResource.fresh(
                Response.ok(body, type(format))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"audit." + word(format) + "\""));
    }

    /** At the end of the request, when the file is written or the caller has gone. */
    @PreDestroy
    void end() {
        if (begun) {
            longReads.end();
        }
    }

    private static Format format(String word) {
        for (Format format : Format.values()) {
            if (word(format).equals(word)) {
                return format;
            }
        }
        throw QueryText.wrong("format", word, "give jsonl or csv");
    }

    private static String word(Format format) {
        return format == Format.CSV ? "csv" : "jsonl";
    }

    private static String type(Format format) {
        return format == Format.CSV
                ? "text/csv; charset=utf-8; header=present"
                : "application/jsonl; charset=utf-8";
    }
}
