package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecords;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.ServerConnections;
import io.hansa.proxy.registry.Registries;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/**
 * Examines this node's connections to a business server and takes single ones, or the whole server,
 * out of use. It holds for this node and until its end; the registry knows nothing of it, but the
 * audit record does.
 */
@Dependent
public class OperateConnections {
    private static final String KIND = "connection";

    private final Registries registries;
    private final ServerConnections connections;
    private final AuditRecords audit;
    private final Clock clock;

    @Inject
    OperateConnections(
            Registries registries, ServerConnections connections, AuditRecords audit, Clock clock) {
        this.registries = registries;
        this.connections = connections;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(TxType.NOT_SUPPORTED)
    public JsonObject examine(String server) {
        return connections.examine(known(server));
    }

    /**
     * @param connection null for all of the server's
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void quarantine(String server, String connection, String who) {
        record(known(server), connection, true, who);
        if (connection == null) {
            connections.quarantine(server);
        } else if (!connections.quarantine(server, connection)) {
            throw absent(server);
        }
    }

    /**
     * @param connection null for all of the server's
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void release(String server, String connection, String who) {
        record(known(server), connection, false, who);
        boolean released =
                connection == null
                        ? connections.release(server)
                        : connections.release(server, connection);
        if (!released) {
            throw connection == null
                    ? Failure.of(
                            ErrorCode.NOT_FOUND,
                            "Server %s is not in quarantine on this node.".formatted(server))
                    : absent(server);
        }
    }

    private String known(String server) {
        if (!registries.current().servers().containsKey(server)) {
            throw Failure.of(ErrorCode.NOT_FOUND, "There is no server %s.".formatted(server));
        }
        return server;
    }

    private void record(String server, String connection, boolean quarantined, String who) {
        audit.append(
                AuditRecord.of(
                        clock.instant(),
                        who,
                        KIND,
                        server,
                        state(connection, !quarantined),
                        state(connection, quarantined)));
    }

    private static JsonObject state(String connection, boolean quarantined) {
        return Json.createObjectBuilder()
                .add(
                        "connection",
                        connection == null ? JsonValue.NULL : Json.createValue(connection))
                .add("quarantined", quarantined)
                .build();
    }

    private static Failure absent(String server) {
        return Failure.of(
                ErrorCode.NOT_FOUND,
                "This node has no such connection to server %s; see the list of those that it has."
                        .formatted(server));
    }
}
