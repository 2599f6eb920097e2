package io.hansa.launcher.operate;

import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.workspace.LaunchException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends what was set for a server or a node. */
@Command(
        name = "release",
        description = "Ends what was set for a server or a node.",
        footer = {"", "Example:", "  hansa operate release pricing-1"},
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "SERVER", description = "The server's id.")
    private String server;

    @Option(names = "--node", description = "The node's id, instead of a server.")
    private String node;

    @Option(names = "--reason", description = "Stands in the audit record.")
    private String reason;

    @Mixin private ProxyOptions proxy;

    @java.lang.Override
    public Integer call() throws InterruptedException {
        if ((server == null) == (node == null)) {
            throw new LaunchException(2, "Give a server, or --node and the id of a node.");
        }
        proxy.connect()
                .delete(node == null ? "/api/v1/admin/servers" : "/api/v1/admin/nodes")
                .segment(node == null ? server : node)
                .segment("override")
                .query("reason", reason)
                .send()
                .required();
        System.out.println("It takes part as before.");
        return 0;
    }
}
