package io.hansa.launcher.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends the children should the launcher itself be killed in a way that runs no shutdown hook: a
 * shell that reads their pids from a pipe and, when the pipe ends without the word {@code
 * released}, sends them SIGTERM. It ignores the terminal's signals, which reach it as they reach
 * the launcher.
 */
final class Guard implements AutoCloseable {

    private static final String SCRIPT =
            "trap '' INT HUP TERM; pids=;"
                    + " while read -r line; do"
                    + " [ \"$line\" = released ] && exit 0; pids=\"$pids $line\"; done;"
                    + " [ -n \"$pids\" ] && kill $pids";

    private final Process shell;
    private final OutputStream pipe;

    Guard() throws IOException {
        shell =
                new ProcessBuilder(List.of("/bin/sh", "-c", SCRIPT))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        pipe = shell.getOutputStream();
    }

    void watch(long pid) throws IOException {
        say(Long.toString(pid));
    }

    /** Lets the children run without the launcher, or says that they have ended. */
    @Override
    public void close() throws IOException {
        try (pipe) {
            say("released");
        } finally {
            shell.onExit().completeOnTimeout(shell, 5, TimeUnit.SECONDS).join();
        }
    }

    private void say(String line) throws IOException {
        pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
    }
}
