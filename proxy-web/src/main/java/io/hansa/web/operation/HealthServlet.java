package io.hansa.web.operation;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.registry.RegistryCondition;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Started, ready, alive: the form of MicroProfile Health at the addresses of docs/api.md, on every
 * server.
 */
@WebServlet({"/health", "/health/started", "/health/ready", "/health/live"})
public class HealthServlet extends DocumentServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient NodeAdmission node;
    @Inject private transient Registries registries;
    @Inject private transient RegistryCondition condition;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean loaded = registries.current() != Registry.EMPTY;
        boolean up =
                switch (request.getServletPath()) {
                    case "/health/live" -> true;
                    case "/health/started" -> loaded;
                    default -> loaded && ready(request);
                };
        byte[] document = document(up, loaded).toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(
                up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Content-Type", "application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    /**
     * A balancer that took out nodes above their threshold would take out all of them under load.
     */
    private boolean ready(HttpServletRequest request) {
        return "ignore".equals(request.getParameter("load")) ? !node.draining() : node.accepting();
    }

    private JsonObject document(boolean up, boolean loaded) {
        String status = up ? "UP" : "DOWN";
        JsonObjectBuilder data =
                JSON.createObjectBuilder()
                        .add("registryLoaded", loaded)
                        .add("registryAgeSeconds", condition.ageMillis() / 1000)
                        .add("accepting", node.accepting())
                        .add("draining", node.draining())
                        .add("load", node.load());
        if (condition.away()) {
            data.add("databaseAway", true);
        }
        if (condition.noChanges().isPresent()) {
            data.add("databaseTakesNoChanges", true);
        }
        condition
                .snapshotAt()
                .ifPresent(written -> data.add("registrySnapshotOf", written.toString()));
        registries
                .held()
                .ifPresent(
                        held ->
                                data.add("registryHeld", held.reason().name())
                                        .add("registryHeldSince", held.since().toString()));
        JsonObject check =
                JSON.createObjectBuilder()
                        .add("name", "hansa")
                        .add("status", status)
                        .add("data", data)
                        .build();
        return JSON.createObjectBuilder()
                .add("status", status)
                .add("checks", JSON.createArrayBuilder().add(check))
                .build();
    }
}
