package io.hansa.bench;

import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.Workspace;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A process on the launcher's own class path that is spoken to in lines. It ends when its input
 * does, and so with the launcher however that ends. Confined to one thread.
 */
final class Worker implements AutoCloseable {
    private static final String HEAP = "-Xmx128m";

    private final String name;
    private final BufferedWriter in;
    private final BufferedReader out;

    private Worker(String name, Process process) {
        this.name = name;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static Worker start(Workspace workspace, String mainClass, String... arguments)
            throws IOException {
        return startWith(HEAP, workspace, mainClass, arguments);
    }

    /**
     * @param heap the most it may take, as an option of Java
     */
    static Worker startWith(String heap, Workspace workspace, String mainClass, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(workspace.java().toString()));
        command.addAll(List.of(heap, "-XX:+UseSerialGC"));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(List.of(arguments));
        return new Worker(
                mainClass,
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    String ask(String line) throws IOException {
        in.write(line);
        in.newLine();
        in.flush();
        return hear();
    }

    /** The next line that it says. */
    String hear() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new LaunchException(
                    name + " ended by itself; what it said is above. Run the measurement again.");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
        out.close();
    }
}
