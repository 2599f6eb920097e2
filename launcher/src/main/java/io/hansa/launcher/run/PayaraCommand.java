package io.hansa.launcher.run;

import io.hansa.launcher.node.NodePlan;
import io.hansa.launcher.node.PayaraNode;
import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.progress.Steps;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.util.OptionalInt;
import picocli.CommandLine.Command;

/** One empty proxy on Payara Server. */
@Command(
        name = "payara",
        description = {
            "Runs one empty proxy on Payara Server until it is told to stop.",
            "The administrator admin gets the password in HANSA_ADMIN_PASSWORD at the first start;",
            "without it, a one-time password that is in a file.",
            "Remote EJBs by IIOP are there only with HANSA_IIOP=on."
        },
        mixinStandardHelpOptions = true)
final class PayaraCommand extends ServerCommand {

    @Override
    String server() {
        return "Payara Server";
    }

    @Override
    ProcessOrder prepare(Workspace workspace, EmptyProxy proxy, NodePlan plan)
            throws IOException, InterruptedException {
        OptionalInt iiopPort = EmptyProxy.iiopPort(plan);
        iiopPort.ifPresent(
                port -> Steps.say("Remote EJBs will be at iiop 127.0.0.1:%d.".formatted(port)));
        return PayaraNode.prepare(workspace, EmptyProxy.advertise(plan, iiopPort), iiopPort);
    }
}
