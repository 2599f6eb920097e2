package io.hansa.launcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders for small processes. */
final class Shell {

    private Shell() {}

    /** Lives a minute unless it is ended. */
    static ProcessOrder lingering(String name, Path log) {
        return order(name, "exec sleep 60", log);
    }

    static ProcessOrder order(String name, String script, Path log) {
        return new ProcessOrder(
                name,
                log.getParent(),
                List.of("/bin/sh", "-c", script),
                Map.of("HANSA_GREETING", "hello"),
                Optional.of(log));
    }
}
