package io.hansa.launcher.micro;

import io.hansa.launcher.progress.Steps;
import io.hansa.launcher.workspace.PrivateFiles;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The unpacked Payara Micro, with the application's libraries beside it, made again when it or they
 * have changed. Nodes only read it. Several launchers may ask for it at once: one makes it, the
 * others wait.
 *
 * @param directory holds {@code launch-micro.jar}, the server's jar, and what a node's root
 *     directory begins with
 */
public record MicroRuntime(Path directory) {
    private static final String MAIN = "fish.payara.micro.";

    /** Change it when the jars are put together differently. */
    private static final String FORM = "2";

    /** Makes it if it is not there. */
    public static MicroRuntime of(Workspace workspace) throws IOException {
        Path assembly = workspace.assembly();
        Path jar = assembly.resolve("payara-micro.jar");
        MicroRuntime runtime = new MicroRuntime(assembly.resolve("runtime"));
        try (FileChannel channel =
                        FileChannel.open(
                                assembly.resolve("runtime.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            runtime.bringUpToDate(
                    jar, assembly.resolve("hansa-grizzly.jar"), assembly.resolve("hansa.war"));
        }
        return runtime;
    }

    /**
     * The application in its archive may change, and the rest stays; a change of what is on the
     * class path does not.
     */
    private void bringUpToDate(Path jar, Path grizzly, Path war) throws IOException {
        SlimApplication application = new SlimApplication(war);
        String server =
                String.join("\n", FORM, state(jar), contents(grizzly), application.libraries());
        if (!isMadeFrom("server", server)) {
            Steps.say("Payara Micro is unpacked for quick starts; once after a build.");
            PrivateFiles.remove(directory);
            UnpackedMicro.from(jar, grizzly, directory);
            application.writeLibraries(directory.resolve(UnpackedMicro.LIBRARIES));
            Files.writeString(directory.resolve("server"), server);
        }
        String rest = state(war);
        if (!isMadeFrom("application", rest)) {
            application.writeRest(application());
            Files.writeString(directory.resolve("application"), rest);
        }
    }

    private static String state(Path jar) throws IOException {
        return Files.size(jar) + " " + Files.getLastModifiedTime(jar);
    }

    /** The build writes it each time, with the same bytes. */
    private static String contents(Path jar) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(jar));
        return Long.toHexString(sum.getValue());
    }

    private boolean isMadeFrom(String part, String state) throws IOException {
        Path made = directory.resolve(part);
        return Files.exists(made) && Files.readString(made).equals(state);
    }

    /** What a node deploys. */
    public Path application() {
        return directory.resolve("hansa.war");
    }

    /** Options and main jar; the node's own arguments follow. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(archive().options());
        arguments.addAll(
                List.of(
                        "-D" + MAIN + "BootJar=" + launcher().toUri(),
                        "-D" + MAIN + "UnpackDir=" + directory,
                        "-jar",
                        launcher().toString()));
        return List.copyOf(arguments);
    }

    /** Puts into a node's root directory what the server expects there. */
    public void furnish(Path root) throws IOException {
        for (String part : List.of("config", "lib")) {
            Path source = directory.resolve(part);
            try (var files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = root.resolve(part).resolve(source.relativize(file).toString());
                    PrivateFiles.directory(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    public boolean isArchiveTried() {
        return archive().isTried();
    }

    /**
     * Puts the classes of the list, as {@code -XX:DumpLoadedClassList} writes it, into the archive.
     */
    public void archive(Path java, Path classes) throws IOException, InterruptedException {
        archive().make(java, launcher(), classes);
    }

    private ClassArchive archive() {
        return ClassArchive.in(directory);
    }

    private Path launcher() {
        return directory.resolve(UnpackedMicro.LAUNCHER);
    }
}
