package io.hansa.launcher.run;

import io.hansa.launcher.node.NodePlan;
import io.hansa.launcher.node.WildFlyNode;
import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.progress.Steps;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.util.OptionalInt;
import picocli.CommandLine.Command;

/** One empty proxy on the slim WildFly. */
@Command(
        name = "wildfly",
        description = {
            "Runs one empty proxy on WildFly until it is told to stop.",
            "The administrator admin gets the password in HANSA_ADMIN_PASSWORD at the first start;",
            "without it, a one-time password that is in a file.",
            "Remote EJBs over remote+http are there for the user hansa with the password in",
            "HANSA_REMOTING_PASSWORD; without it there is no such user. Remote EJBs by IIOP are",
            "there only with HANSA_IIOP=on."
        },
        mixinStandardHelpOptions = true)
final class WildFlyCommand extends ServerCommand {

    @Override
    String server() {
        return "WildFly";
    }

    @Override
    ProcessOrder prepare(Workspace workspace, EmptyProxy proxy, NodePlan plan)
            throws IOException, InterruptedException {
        OptionalInt iiopPort = EmptyProxy.iiopPort(plan);
        iiopPort.ifPresent(
                port -> Steps.say("Remote EJBs will be at iiop 127.0.0.1:%d.".formatted(port)));
        ProcessOrder order =
                WildFlyNode.prepare(workspace, EmptyProxy.advertise(plan, iiopPort), iiopPort);
        if (proxy.remotingPassword().isPresent()) {
            WildFlyNode.addUser(plan, EmptyProxy.REMOTING_USER, proxy.remotingPassword().get());
            Steps.say(
                    "Remote EJBs will be at remote%s, for the user %s with the password in HANSA_REMOTING_PASSWORD."
                            .formatted("+" + plan.listeners().http(), EmptyProxy.REMOTING_USER));
        }
        return order;
    }
}
