package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecords;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.ServerConnections;
import io.hansa.proxy.registry.Registries;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/**
 * Shows this node's connections to a business server, and takes single connections or the whole
 * server out of use. A quarantine holds for this node until it stops. The registry does not store
 * it; the audit record does.
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
     * @param connection null: all connections of the server
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void quarantine(String server, String connection, String by) {
        record(known(server), connection, true, by);
        if (connection == null) {
            connections.quarantine(server);
        } else if (!connections.quarantine(server, connection)) {
            throw absent(server);
        }
    }

    /**
     * @param connection null: all connections of the server
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void release(String server, String connection, String by) {
        record(known(server), connection, false, by);
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
            throw Failure.of(
                    ErrorCode.NOT_FOUND,
                    "There is no server %s; list the servers for those that exist."
                            .formatted(server));
        }
        return server;
    }

    private void record(String server, String connection, boolean quarantined, String by) {
        audit.append(
                AuditRecord.of(
                        clock.instant(),
                        by,
                        KIND,
                        server,
                        state(connection, !quarantined),
                        state(connection, quarantined)));
    }

    private static JsonObject state(String connection, boolean quarantined) {
        return JSON.createObjectBuilder()
                .add(
                        "connection",
                        connection == null ? JsonValue.NULL : JSON.createValue(connection))
                .add("quarantined", quarantined)
                .build();
    }

    private static Failure absent(String server) {
        return Failure.of(
                ErrorCode.NOT_FOUND,
                "This node has no such connection to server %s; list the connections for those that exist."
                        .formatted(server));
    }
}
