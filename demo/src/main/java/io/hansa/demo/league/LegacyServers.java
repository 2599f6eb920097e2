package io.hansa.demo.league;

import io.hansa.demo.example.ExampleServer;
import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.workspace.PrivateFiles;
import io.hansa.launcher.workspace.Workspace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
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
        DemoDirectory directory = DemoDirectory.of(workspace);
        List<String> command = new ArrayList<>();
        command.add(workspace.java().toString());
        command.addAll(JVM);
        command.addAll(
                List.of(
                        "-cp",
                        classPath(workspace),
                        server.mainClass(),
                        "--port",
                        Integer.toString(server.port())));
        command.addAll(server.options());
        if (server.keepsData()) {
            PrivateFiles.directory(directory.prices());
            command.addAll(List.of("--data", directory.prices().toString()));
        }
        return new ProcessOrder(
                server.id(),
                directory.path(),
                command,
                Map.of(),
                Optional.of(directory.logs().resolve(server.id() + ".log")));
    }

    private static String classPath(Workspace workspace) {
        Path built = workspace.home().resolve("demo").resolve("target");
        return built.resolve("demo.jar")
                + File.pathSeparator
                + built.resolve("lib").resolve("h2.jar");
    }
}
