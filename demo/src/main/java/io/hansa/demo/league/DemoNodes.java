package io.hansa.demo.league;

import io.hansa.demo.certificate.LeagueCertificates;
import io.hansa.demo.certificate.ProxyStores;
import io.hansa.demo.example.Accounts;
import io.hansa.demo.example.ExampleProxy;
import io.hansa.launcher.node.Extranet;
import io.hansa.launcher.node.Listeners;
import io.hansa.launcher.node.MicroNode;
import io.hansa.launcher.node.NodeFiles;
import io.hansa.launcher.node.NodeJvm;
import io.hansa.launcher.node.NodePlan;
import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the proxies' nodes are started, one node a proxy. */
final class DemoNodes {

    /** Small and quick to start: the demo's nodes share two cores and see a handful of requests. */
    private static final NodeJvm JVM =
            NodeJvm.small(
                    "-Xmx320m", "-Xss512k", "-XX:MaxMetaspaceSize=224m", "-XX:TieredStopAtLevel=1");

    private final Workspace workspace;
    private final DemoDirectory directory;
    private final Map<String, ProxyStores> stores;

    private DemoNodes(Workspace workspace, Map<String, ProxyStores> stores) {
        this.workspace = workspace;
        this.directory = DemoDirectory.of(workspace);
        this.stores = stores;
    }

    static DemoNodes withNewCertificates(Workspace workspace) throws IOException {
        Map<String, String> organizations =
                Stream.of(ExampleProxy.values())
                        .collect(Collectors.toMap(ExampleProxy::id, ExampleProxy::organization));
        return new DemoNodes(
                workspace,
                LeagueCertificates.make(
                        DemoDirectory.of(workspace).certificates(),
                        organizations,
                        Clock.systemUTC()));
    }

    NodePlan plan(ExampleProxy proxy) {
        return new NodePlan(
                proxy.id(),
                NodeFiles.below(
                        directory.nodes().resolve(proxy.id()),
                        Optional.of(directory.logs().resolve(proxy.id() + ".log"))),
                Listeners.onLoopback(proxy.httpPort(), Optional.of(extranet(proxy))),
                JVM,
                Map.of(
                        "HANSA_PROXY_ID", proxy.id(),
                        "HANSA_PROXY_REGION", proxy.region(),
                        "HANSA_PROXY_ORGANIZATION", proxy.organization(),
                        "HANSA_NODE_ID", proxy.id() + "-1",
                        // No balancer stands before it.
                        "HANSA_DRAIN_DELAY", "0",
                        "HANSA_DRAIN_TIMEOUT", "5",
                        "HANSA_ADMIN_PASSWORD", Accounts.ADMINISTRATOR.password()));
    }

    ProcessOrder order(ExampleProxy proxy) throws IOException, InterruptedException {
        return MicroNode.prepare(workspace, plan(proxy));
    }

    private Extranet extranet(ExampleProxy proxy) {
        ProxyStores own = stores.get(proxy.id());
        return new Extranet(
                proxy.extranetPort(),
                own.keyStore(),
                own.password(),
                ProxyStores.ALIAS,
                own.trustStore(),
                own.password());
    }
}
