package io.hansa.web.admin;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.Administration;
import io.hansa.proxy.failure.Failure;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The audit record, newest change first. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin/audit")
@RequestScoped
public class AuditResource {
    @Inject private Administration administration;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response newest(
            @QueryParam("limit") @DefaultValue("100") String limit,
            @Context HttpServletRequest http) {
        if (!limit.matches("[1-9][0-9]{0,2}|1000")) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "limit is \"%s\"; give a number from 1 to 1000.".formatted(limit));
        }
        var records = Json.createArrayBuilder();
        administration.audit(Integer.parseInt(limit)).forEach(record -> records.add(record.json()));
        return ItemsResource.fresh(
                Response.ok(Json.createObjectBuilder().add("audit", records).build().toString()));
    }
}
