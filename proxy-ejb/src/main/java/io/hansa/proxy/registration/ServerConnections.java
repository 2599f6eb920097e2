package io.hansa.proxy.registration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.TargetStatus;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** The connections of this node to business servers, looked at and taken out of use one by one. */
@Dependent
public class ServerConnections {
    private final ConnectorExchanges connector;

    @Inject
    public ServerConnections(ConnectorExchanges connector) {
        this.connector = connector;
    }

    /** What an operator wants to know, oldest connection first. */
    public JsonObject examine(String server) {
        TargetStatus status = connector.doctor().examine(server);
        var connections = JSON.createArrayBuilder();
        status.channels().forEach(channel -> connections.add(json(channel)));
        return JSON.createObjectBuilder()
                .add("server", server)
                .add("quarantined", status.quarantined())
                .add("connections", connections)
                .build();
    }

    /** Whether an operator keeps this node from sending anything to the server. */
    public boolean quarantined(String server) {
        return connector.doctor().examine(server).quarantined();
    }

    /** Keeps one connection from further exchanges; whether there is such a one. */
    public boolean quarantine(String server, String connection) {
        return connector.doctor().quarantine(server, connection);
    }

    /** Takes one back into use; whether there is such a one in quarantine. */
    public boolean release(String server, String connection) {
        return connector.doctor().release(server, connection);
    }

    /** Keeps this node from sending anything to the server. */
    public void quarantine(String server) {
        connector.doctor().quarantine(server);
    }

    /** Whether the server was in quarantine. */
    public boolean release(String server) {
        return connector.doctor().release(server);
    }

    private static JsonObjectBuilder json(ChannelStatus channel) {
        return JSON.createObjectBuilder()
                .add("id", channel.id())
                .add("state", channel.state().name())
                .add("inHand", channel.inFlight())
                .add("ageMillis", channel.ageMillis())
                .add("unusedMillis", channel.unusedMillis())
                .add("unasked", channel.unasked())
                .add(
                        "traceId",
                        channel.traceId() == null
                                ? JsonValue.NULL
                                : JSON.createValue(channel.traceId()));
    }
}
