package io.hansa.proxy.overview;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.load.LoadFigures;
import io.hansa.proxy.load.ProxyLoad;
import io.hansa.proxy.overview.Finding.Severity;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says whether everything is well, and what to do where it is not. */
@Dependent
public class Overview {
    private final ProxyIdentity proxy;
    private final Findings findings;
    private final Certificates certificates;
    private final Traffic traffic;
    private final ProxyLoad load;
    private final Running running;

    @Inject
    Overview(
            ProxyIdentity proxy,
            Findings findings,
            Certificates certificates,
            Traffic traffic,
            ProxyLoad load,
            Running running) {
        this.proxy = proxy;
        this.findings = findings;
        this.certificates = certificates;
        this.traffic = traffic;
        this.load = load;
        this.running = running;
    }

    public JsonObject now() {
        List<Finding> all = new ArrayList<>(findings.all());
        all.addAll(certificates.findings());
        JsonArrayBuilder shown = JSON.createArrayBuilder();
        all.stream().limit(Findings.MAX).forEach(finding -> shown.add(finding.json()));
        LoadFigures figures = load.now();
        return JSON.createObjectBuilder()
                .add("ok", all.stream().allMatch(one -> one.severity() == Severity.INFO))
                .add("at", Instant.now().toString())
                .add("proxy", proxy.id())
                .add("node", proxy.node())
                .add("findings", shown)
                .add("moreFindings", all.size() > Findings.MAX)
                .add("traffic", traffic.lastMinute())
                .add(
                        "load",
                        JSON.createObjectBuilder()
                                .add("now", figures.load())
                                .add("threshold", figures.threshold())
                                .add("accepting", figures.accepting())
                                .add("nodes", figures.nodes()))
                .add("openBreakers", running.openBreakers())
                .add("certificates", certificates.json())
                .add("changes", running.changes())
                .build();
    }
}
