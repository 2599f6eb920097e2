package io.hansa.launcher.run;

import io.hansa.launcher.node.NodePlan;
import io.hansa.launcher.node.WildFlyNode;
import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.util.OptionalInt;
import picocli.CommandLine.Command;

/** One empty proxy on the slim WildFly. */
@Command(
        name = "wildfly",
        description = {
            "Runs one empty proxy on WildFly, on 127.0.0.1, until it is told to stop.",
            "The administrator admin gets the password in HANSA_ADMIN_PASSWORD.",
            "Remote EJBs by IIOP are there only with HANSA_IIOP=on."
        },
        mixinStandardHelpOptions = true)
final class WildFlyCommand extends ServerCommand {

    @Override
    ProcessOrder prepare(Workspace workspace, NodePlan plan)
            throws IOException, InterruptedException {
        OptionalInt iiopPort = EmptyProxy.iiopPort(plan);
        System.err.println("Remote EJBs: remote+http://127.0.0.1:%d.".formatted(plan.httpPort()));
        iiopPort.ifPresent(
                port -> System.err.println("Remote EJBs: iiop 127.0.0.1:%d.".formatted(port)));
        return WildFlyNode.prepare(workspace, EmptyProxy.advertise(plan, iiopPort), iiopPort);
    }
}
