package io.hansa.it.balancers;

import io.hansa.it.system.Project;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The shipped configuration of nginx, in a directory of its own, at the ports of this test. */
record NginxDirectory(Path program, Path prefix, int port) {
    private static final Path SHIPPED = Project.path("server-config/nginx");

    static NginxDirectory with(Path program, List<BalancedNode> nodes) throws IOException {
        Path prefix = Files.createDirectories(Project.path("it/target/nginx-" + System.nanoTime()));
        int port = RunningServer.freePort();
        String shipped = Files.readString(SHIPPED.resolve("nginx.conf"));
        Files.writeString(
                prefix.resolve("nginx.conf"),
                shipped.replace("listen 127.0.0.1:8080;", "listen 127.0.0.1:" + port + ";"));
        Files.writeString(
                prefix.resolve("hansa-nodes.conf"),
                nodes.stream()
                        .map(node -> "server " + address(node) + " max_fails=1 fail_timeout=2s;\n")
                        .collect(Collectors.joining()));
        return new NginxDirectory(program, prefix, port);
    }

    List<String> command() {
        return List.of(
                program.toString(),
                "-p",
                prefix.toString(),
                "-c",
                "nginx.conf",
                "-g",
                "daemon off;");
    }

    /**
     * Runs the shipped script.
     *
     * @param way {@code in} or {@code out}
     */
    void node(String way, BalancedNode node) throws IOException, InterruptedException {
        ProcessBuilder script =
                new ProcessBuilder(SHIPPED.resolve("node").toString(), way, address(node));
        script.environment().put("NGINX_PREFIX", prefix.toString());
        script.environment().put("NGINX", program.toString());
        Process process = script.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The script failed: " + said);
        }
    }

    private static String address(BalancedNode node) {
        return "127.0.0.1:" + node.port();
    }
}
