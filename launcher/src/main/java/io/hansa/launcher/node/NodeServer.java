package io.hansa.launcher.node;

import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;

/** The application servers on which a node can run. */
public enum NodeServer {
    MICRO("Payara Micro") {
        @Override
        public ProcessOrder prepare(Workspace workspace, NodePlan plan)
                throws IOException, InterruptedException {
            return MicroNode.prepare(workspace, plan);
        }
    },
    WILDFLY("WildFly") {
        @Override
        public ProcessOrder prepare(Workspace workspace, NodePlan plan)
                throws IOException, InterruptedException {
            return WildFlyNode.prepare(workspace, plan, OptionalInt.empty());
        }
    },
    PAYARA("Payara Server") {
        @Override
        public ProcessOrder prepare(Workspace workspace, NodePlan plan)
                throws IOException, InterruptedException {
            return PayaraNode.prepare(workspace, plan, OptionalInt.empty());
        }
    };

    private final String title;

    NodeServer(String title) {
        this.title = title;
    }

    /** Writes the node's files; what it returns runs in the foreground of its own process. */
    public abstract ProcessOrder prepare(Workspace workspace, NodePlan plan)
            throws IOException, InterruptedException;

    public String title() {
        return title;
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
