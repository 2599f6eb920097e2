package io.hansa.demo.launcher.demo;

import io.hansa.demo.launcher.workspace.PrivateFiles;
import io.hansa.demo.launcher.workspace.Workspace;
import java.io.IOException;

/** What a demo keeps on disk, below {@code .hansa/demo}; of an ended one only the logs stay. */
final class DemoDirectory {

    private DemoDirectory() {}

    /** Nothing of an earlier run, its logs included. */
    static void renew(Workspace workspace) throws IOException {
        clear(workspace);
        PrivateFiles.remove(workspace.logs());
        PrivateFiles.directory(workspace.logs());
    }

    static void clear(Workspace workspace) throws IOException {
        PrivateFiles.remove(workspace.nodes());
        PrivateFiles.remove(workspace.certificates());
        PrivateFiles.remove(workspace.prices());
    }
}
