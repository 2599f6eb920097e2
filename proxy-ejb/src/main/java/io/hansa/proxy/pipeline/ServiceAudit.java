package io.hansa.proxy.pipeline;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.audit.AuditQueue;
import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecord.Action;
import io.hansa.proxy.audit.AuditRecord.Result;
import io.hansa.proxy.authentication.SignIn;
import io.hansa.proxy.configuration.AuditLimits.Services;
import io.hansa.proxy.document.PrintableText;
import io.hansa.proxy.tracing.TraceRecord;
import jakarta.json.JsonObjectBuilder;
import java.util.Set;

/**
 * Puts requests for services into the audit record, as configured: by default none, and then it
 * costs one comparison. Never waits. Safe for many threads.
 */
final class ServiceAudit {
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);
    private static final String KIND = "capability";
    private static final int MAX_WHO = 320;
    private static final int MAX_SERVER = 210;

    private final AuditQueue queue;
    private final boolean refused;
    private final boolean extranet;

    ServiceAudit(AuditQueue queue, Set<Services> services) {
        this.queue = queue;
        this.refused = services.contains(Services.REFUSED);
        this.extranet = services.contains(Services.EXTRANET);
    }

    void ended(RequestContext context, TraceRecord record) {
        if (!refused && !extranet) {
            return;
        }
        boolean refusal = REFUSALS.contains(record.status()) && record.code() != null;
        if (refused && refusal || extranet && context.request.arrival().extranet()) {
            add(context, record, refusal ? Action.REFUSED : Action.CALLED);
        }
    }

    private void add(RequestContext context, TraceRecord record, Action action) {
        Caller caller = context.caller;
        JsonObjectBuilder details =
                JSON.createObjectBuilder()
                        .add("status", record.status())
                        .add("durationMicros", record.nanos() / 1000);
        if (record.server() != null) {
            details.add("server", PrintableText.of(record.server(), MAX_SERVER));
        }
        AuditRecord audited =
                AuditRecord.ofCall(
                        record.startedAt(),
                        caller == null ? claimed(context.request) : shown(caller),
                        action,
                        KIND,
                        record.capability(),
                        new Result(
                                record.code() == null ? Result.DONE : record.code(),
                                details.build()));
        String source = context.request.arrival().source().address();
        if (caller == null) {
            queue.addUnauthenticated(audited, source, record.context().traceId());
        } else {
            queue.add(audited, source, record.context().traceId());
        }
    }

    private static String shown(Caller caller) {
        return PrintableText.of(caller.isPeer() ? caller.shown() : caller.account(), MAX_WHO);
    }

    private static String claimed(ServiceRequest request) {
        return new SignIn(request.authorization(), request.arrival(), request.trace().traceId())
                .claimedAccount();
    }
}
