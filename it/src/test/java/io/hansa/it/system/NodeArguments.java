package io.hansa.it.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a node of the worked example was started with, from the argument file in its private
 * directory.
 */
final class NodeArguments {
    private final List<String> lines;

    private NodeArguments(List<String> lines) {
        this.lines = lines;
    }

    static NodeArguments of(Path node) throws IOException {
        return new NodeArguments(Files.readAllLines(node.resolve("java.args")));
    }

    TlsIdentity identity() throws IOException {
        return TlsIdentity.load(
                Path.of(property("javax.net.ssl.keyStore")),
                property("javax.net.ssl.keyStorePassword"),
                Path.of(property("javax.net.ssl.trustStore")),
                property("javax.net.ssl.trustStorePassword"));
    }

    private String property(String name) {
        String prefix = "-D" + name + "=";
        return lines.stream()
                .map(line -> line.replace("\"", ""))
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("java.args has no line " + prefix + "…"));
    }
}
