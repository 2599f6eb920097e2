package io.hansa.demo.league;

import io.hansa.launcher.workspace.PrivateFiles;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;

/** What a demo keeps on disk, below {@code .hansa/demo}; of an ended one only the logs stay. */
public record DemoDirectory(Path path) {

    public static DemoDirectory of(Workspace workspace) {
        return new DemoDirectory(workspace.home().resolve(".hansa").resolve("demo"));
    }

    /** The file that names a running demo's processes. */
    public Path ledger() {
        return path.resolve("processes.json");
    }

    /** Held by the launcher that starts or runs a demo. */
    Path lock() {
        return path.resolve("lock");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path nodes() {
        return path.resolve("nodes");
    }

    Path certificates() {
        return path.resolve("certificates");
    }

    /** The price server's database. */
    Path prices() {
        return path.resolve("prices");
    }

    /** Nothing of an earlier run, its logs included. */
    void renew() throws IOException {
        clear();
        PrivateFiles.remove(logs());
        PrivateFiles.directory(logs());
    }

    void clear() throws IOException {
        PrivateFiles.remove(nodes());
        PrivateFiles.remove(certificates());
        PrivateFiles.remove(prices());
    }
}
