package io.hansa.launcher.operate;

import io.hansa.launcher.remote.ExitStatus;
import io.hansa.launcher.workspace.LaunchException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is operated: a business server, or a node of the proxy. */
final class OperatedTarget {
    @Parameters(arity = "0..1", paramLabel = "SERVER", description = "The server's id.")
    private String server;

    @Option(names = "--node", description = "The node's id, instead of a server.")
    private String node;

    /**
     * The list of the administration API that the target is in.
     *
     * @throws LaunchException with status 2 unless exactly one of them is given
     */
    String path() {
        if ((server == null) == (node == null)) {
            throw new LaunchException(
                    ExitStatus.USAGE, "Give a server, or --node and the id of a node.");
        }
        return node == null ? "/api/v1/admin/servers" : "/api/v1/admin/nodes";
    }

    String id() {
        return node == null ? server : node;
    }
}
