package io.hansa.launcher.run;

import io.hansa.launcher.node.MicroNode;
import io.hansa.launcher.node.NodePlan;
import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import picocli.CommandLine.Command;

/** One empty proxy on Payara Micro. */
@Command(
        name = "micro",
        description = {
            "Runs one empty proxy on Payara Micro until it is told to stop.",
            "The administrator admin gets the password in HANSA_ADMIN_PASSWORD at the first start;",
            "without it, a one-time password that is in a file."
        },
        mixinStandardHelpOptions = true)
final class MicroCommand extends ServerCommand {

    @Override
    String server() {
        return "Payara Micro";
    }

    @Override
    ProcessOrder prepare(Workspace workspace, EmptyProxy proxy, NodePlan plan)
            throws IOException, InterruptedException {
        return MicroNode.prepare(workspace, plan);
    }
}
