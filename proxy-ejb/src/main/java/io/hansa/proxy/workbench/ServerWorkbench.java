package io.hansa.proxy.workbench;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.RequestHead;
import io.hansa.proxy.probe.LatestProbes;
import io.hansa.proxy.probe.ProbeOutcome;
import io.hansa.proxy.probe.ProbeRun;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.ServerTrials;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.routing.Visits;
import io.hansa.proxy.schema.Schemas;
import io.hansa.proxy.tracing.TraceContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Tries and probes business servers for operators, at once and from this node. Each use is in the
 * audit record. A server that is out of use is tried all the same.
 */
@Dependent
public class ServerWorkbench {
    /** A worker waits for the reply. */
    private static final int MAX_MILLIS = 30_000;

    private final ProxyIdentity proxy;
    private final Registries registries;
    private final ServerTrials trials;
    private final LatestProbes probes;
    private final TrialAudit audit;

    @Inject
    ServerWorkbench(
            ProxyIdentity proxy,
            Registries registries,
            ServerTrials trials,
            LatestProbes probes,
            TrialAudit audit) {
        this.proxy = proxy;
        this.registries = registries;
        this.trials = trials;
        this.probes = probes;
        this.audit = audit;
    }

    /**
     * Sends what the operator gives, and shows what was sent and received.
     *
     * @param json {@code bodyText} or {@code bodyHex}, and its {@code contentType}
     * @param by the operator's account
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public JsonObject exchange(String id, JsonObject json, String by) {
        BusinessServer server = known(id);
        Schemas.check("RequestToTry", json);
        Document document = new Document("try", json);
        byte[] body = GivenBytes.body(document);
        String contentType = document.text("contentType").orElse(null);
        document.end();
        audit.record(
                by,
                id,
                JSON.createObjectBuilder()
                        .add("try", "EXCHANGE")
                        .add("bytes", body.length)
                        .build());
        OutboundRequest request = request(server, body, contentType, by);
        return new TrialJson(server).print(trials.exchange(server, request));
    }

    /** Probes the server as its entry says, and shows the outcome. */
    @Transactional(TxType.NOT_SUPPORTED)
    public JsonObject probe(String id, String by) {
        BusinessServer server = known(id);
        ProbeRun run = new ProbeRun(server, trials);
        audit.record(by, id, JSON.createObjectBuilder().add("try", run.type()).build());
        ProbeOutcome outcome = run.now(deadlineNanos(server));
        probes.note(id, outcome);
        return outcome.json(id);
    }

    private BusinessServer known(String id) {
        BusinessServer server = registries.current().servers().get(id);
        if (server == null) {
            throw Failure.of(
                    ErrorCode.NOT_FOUND,
                    "There is no server %s; list the servers for those that exist.".formatted(id));
        }
        return server;
    }

    private OutboundRequest request(
            BusinessServer server, byte[] body, String contentType, String by) {
        String capability = server.capabilities().stream().sorted().findFirst().orElse("none");
        return new OutboundRequest(
                capability,
                body,
                RequestHead.of(contentType),
                deadlineNanos(server),
                server.timeoutMillis(),
                0,
                true,
                new Caller(by, Set.of(), Set.of(), null),
                TraceContext.continuing(null),
                Visits.NONE.and(proxy.id(), capability));
    }

    private static long deadlineNanos(BusinessServer server) {
        long millis = Math.min(MAX_MILLIS, server.timeoutMillis());
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
