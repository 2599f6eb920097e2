package io.hansa.bench;

import io.hansa.launcher.proxy.AdminEntry;
import io.hansa.launcher.proxy.Credentials;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The node with its registry, which becomes larger and smaller while it runs. Confined to one
 * thread but for {@link #change}.
 */
final class FlatNode {
    static final String SLOW = "slow";
    static final String LARGE = "large";

    /**
     * So many of the accounts call; the node has verified the tokens of all before it is measured.
     */
    static final int MOST_CALLERS = 10_000;

    private static final int PATIENCE_MILLIS = 600_000;

    private final BenchNode node;
    private final RegistryCopies copies;
    private final Path directory;
    private RegistrySize size = new RegistrySize(0, 0, 0);

    FlatNode(BenchNode node, RegistryCopies copies, Path directory) {
        this.node = node;
        this.copies = copies;
        this.directory = directory;
    }

    BenchNode node() {
        return node;
    }

    /** For slow callers and large bodies. @param port of a server that sends large frames back */
    void addLarge(int port) throws InterruptedException {
        for (String capability : List.of(SLOW, LARGE)) {
            node.enter(
                    AdminEntry.put(
                            "/capabilities/" + capability,
                            Json.createObjectBuilder()
                                    .add("description", "For " + capability + " callers.")
                                    .add("timeoutMillis", PATIENCE_MILLIS)
                                    .build()));
            node.enter(
                    AdminEntry.post(
                            "/permissions",
                            Json.createObjectBuilder()
                                    .add("subject", "account:" + EverythingOn.CALLER.account())
                                    .add("capability", capability)
                                    .build()));
        }
        node.enter(
                AdminEntry.put(
                        "/servers/large",
                        Json.createObjectBuilder()
                                .add("endpoint", "tcp://127.0.0.1:" + port)
                                .add("capabilities", Json.createArrayBuilder().add(SLOW).add(LARGE))
                                .add("framing", EverythingOn.framing())
                                .add("timeoutMillis", PATIENCE_MILLIS)
                                .build()));
    }

    /**
     * @return whether anything had to be changed
     */
    boolean become(RegistrySize wanted) throws SQLException, InterruptedException {
        if (wanted.equals(size)) {
            return false;
        }
        copies.replace(wanted);
        change(0);
        size = wanted;
        return true;
    }

    /** Changes one account through the administration API; in force when this returns. */
    void change(int turn) throws InterruptedException {
        JsonObjectBuilder account =
                Json.createObjectBuilder()
                        .add(
                                "groups",
                                Json.createArrayBuilder()
                                        .add(RegistryCopies.GROUP)
                                        .add("turn-" + turn))
                        .add("roles", Json.createArrayBuilder().add("CALLER"));
        node.enter(AdminEntry.put("/accounts/" + EverythingOn.CALLER.account(), account.build()));
    }

    /**
     * A file with one authorization a line, of accounts spread evenly over all; the accounts must
     * be there.
     */
    Path authorizations(int accounts) throws IOException, InterruptedException {
        Path file = directory.resolve("authorizations-" + accounts);
        if (!Files.exists(file)) {
            int callers = Math.min(accounts, MOST_CALLERS);
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                String name = "bench-" + (long) i * accounts / callers;
                lines.add(
                        "Bearer "
                                + node.token(
                                        new Credentials(name, EverythingOn.CALLER.password())));
            }
            Files.write(file, lines);
        }
        return file;
    }
}
