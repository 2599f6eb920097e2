package io.hansa.demo.launcher.demo;

import io.hansa.demo.launcher.example.ExampleServer;
import io.hansa.demo.launcher.process.ProcessOrder;
import io.hansa.demo.launcher.workspace.PrivateFiles;
import io.hansa.demo.launcher.workspace.Workspace;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the business servers' processes are started: with the JDK and their own jar. */
final class LegacyServers {

    private static final List<String> JVM =
            List.of("-Xmx32m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private LegacyServers() {}

    static ProcessOrder order(Workspace workspace, ExampleServer server) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(workspace.java().toString());
        command.addAll(JVM);
        command.addAll(
                List.of(
                        "-cp",
                        workspace.demoJar()
                                + File.pathSeparator
                                + workspace.demoLibraries().resolve("h2.jar"),
                        server.mainClass(),
                        "--port",
                        Integer.toString(server.port())));
        command.addAll(server.options());
        if (server.keepsData()) {
            PrivateFiles.directory(workspace.prices());
            command.addAll(List.of("--data", workspace.prices().toString()));
        }
        return new ProcessOrder(
                server.id(),
                workspace.demo(),
                command,
                Map.of(),
                Optional.of(workspace.logs().resolve(server.id() + ".log")));
    }
}
