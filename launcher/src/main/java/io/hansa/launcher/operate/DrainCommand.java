package io.hansa.launcher.operate;

import io.hansa.launcher.workspace.LaunchException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a server, or a node of the proxy, no new work. */
@Command(
        name = "drain",
        description = "Gives a server, or a node of the proxy, no new work.",
        footer = {"", "Example:", "  hansa operate drain --node node-2 --reason 'restart'"},
        mixinStandardHelpOptions = true)
final class DrainCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "SERVER", description = "The server's id.")
    private String server;

    @Option(names = "--node", description = "The node's id, instead of a server.")
    private String node;

    @Mixin private Override override;

    @java.lang.Override
    public Integer call() throws InterruptedException {
        if ((server == null) == (node == null)) {
            throw new LaunchException(2, "Give a server, or --node and the id of a node.");
        }
        return override.put(
                node == null ? "/api/v1/admin/servers" : "/api/v1/admin/nodes",
                node == null ? server : node,
                "override",
                Override.state("DRAINING"));
    }
}
