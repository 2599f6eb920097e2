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
            "Runs one empty proxy on Payara Micro, on 127.0.0.1, until it is told to stop.",
            "The administrator admin gets the password in HANSA_ADMIN_PASSWORD."
        },
        mixinStandardHelpOptions = true)
final class MicroCommand extends ServerCommand {

    @Override
    ProcessOrder prepare(Workspace workspace, NodePlan plan)
            throws IOException, InterruptedException {
        return MicroNode.prepare(workspace, plan);
    }
}
