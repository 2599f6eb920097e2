package io.hansa.bench;

import io.hansa.launcher.process.Children;
import io.hansa.launcher.run.TemporaryDirectory;
import java.io.IOException;

/** Ends what was started when the launcher is told to stop. */
final class EndsWithTheLauncher {
    private EndsWithTheLauncher() {}

    static void watch(Children children, TemporaryDirectory directory) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(children, directory)));
    }

    private static void end(Children children, TemporaryDirectory directory) {
        try (directory) {
            children.close();
        } catch (IOException e) {
            System.err.println("Remove " + directory.path() + " by hand: " + e.getMessage());
        }
    }
}
