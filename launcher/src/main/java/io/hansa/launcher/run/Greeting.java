package io.hansa.launcher.run;

import io.hansa.launcher.node.Listeners;
import io.hansa.launcher.node.NodePlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the user reads when the proxy is ready: where it is, and what to try next. */
final class Greeting {

    private Greeting() {}

    static List<String> of(EmptyProxy proxy, NodeHome home, NodePlan plan) {
        Listeners listeners = proxy.listeners();
        List<String> lines = new ArrayList<>();
        lines.add("The proxy " + proxy.id() + " is ready at " + listeners.http() + ".");
        if (!listeners.areOnLoopback()) {
            lines.add(
                    "It listens on "
                            + listeners.host()
                            + " without TLS: let only your own network reach port "
                            + listeners.httpPort()
                            + ".");
        }
        listeners
                .extranet()
                .ifPresent(
                        extranet ->
                                lines.add(
                                        "Peers of other organizations reach it by mutual TLS on"
                                                + " port "
                                                + extranet.port()
                                                + "."));
        lines.add("Try: curl " + listeners.http() + "/api/v1/capabilities");
        Path oneTime =
                Path.of(plan.environment().get(EmptyProxy.KEY_FILE))
                        .resolveSibling("hansa-admin-password");
        if (Files.exists(oneTime)) {
            lines.add(
                    "The administrator admin has a one-time password, in "
                            + oneTime
                            + ". Change it first: PUT "
                            + listeners.http()
                            + "/api/v1/account/password   (README.md, \"Administer\")");
        }
        lines.add(
                "Administer: curl -u admin "
                        + listeners.http()
                        + "/api/v1/admin/accounts   (README.md, \"Administer\")");
        lines.add(
                home.stays().isPresent()
                        ? "Ctrl-C ends it; registry and logs stay in " + home.stays().get() + "."
                        : "Ctrl-C ends it, and all that was entered is gone; --data DIR keeps it.");
        return lines;
    }
}
