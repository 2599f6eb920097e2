package io.hansa.proxy.overview;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.load.LoadFigures;
import io.hansa.proxy.load.NodeLoad;
import io.hansa.proxy.load.ProxyLoad;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Says whether everything is well on all nodes, and what to do where it is not. */
@Dependent
public class Overview {
    private final ProxyIdentity proxy;
    private final StatusHere here;
    private final StatusOfNodes nodes;
    private final FindingsOfNodes findings;
    private final ProxyLoad load;
    private final Running running;

    @Inject
    Overview(
            ProxyIdentity proxy,
            StatusHere here,
            StatusOfNodes nodes,
            FindingsOfNodes findings,
            ProxyLoad load,
            Running running) {
        this.proxy = proxy;
        this.here = here;
        this.nodes = nodes;
        this.findings = findings;
        this.load = load;
        this.running = running;
    }

    /** Waits for no other node: what the others told is in memory. */
    public JsonObject now() {
        Parts parts = new Parts(new ToldStatus(proxy.node(), 0, true, here.now()), nodes.others());
        FoundByNodes found = parts.findings();
        found.addOwn(proxy.node(), findings.all());
        return JSON.createObjectBuilder()
                .add("ok", found.onlyInformation())
                .add("at", DatabaseClock.now().toString())
                .add("proxy", proxy.id())
                .add("node", proxy.node())
                .add("nodes", parts.nodes(load.others().stream().map(NodeLoad::node).toList()))
                .add("findings", found.json())
                .add("moreFindings", found.hasMore() || parts.haveMoreFindings())
                .add("traffic", parts.traffic().json())
                .add("load", json(load.now()))
                .add("openBreakers", parts.openBreakers())
                .add("certificates", parts.certificates())
                .add("changes", running.changes())
                .build();
    }

    private static JsonObjectBuilder json(LoadFigures figures) {
        return JSON.createObjectBuilder()
                .add("now", figures.load())
                .add("threshold", figures.threshold())
                .add("accepting", figures.accepting())
                .add("nodes", figures.nodes());
    }
}
