package io.hansa.launcher.micro;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Takes {@code payara-micro.jar} apart. Its three hundred jars become one: with each of them on the
 * class path, every class and resource that is not the server's own is looked up three hundred
 * times, which takes most of the compilers' time at a start.
 */
final class UnpackedMicro {
    static final String LAUNCHER = "launch-micro.jar";

    /**
     * Behind the server's own jar, since classes that are in both were the server's before, too.
     */
    static final String LIBRARIES = "runtime/libraries.jar";

    private static final String SERVER = "runtime/payara.jar";
    private static final String JARS = "MICRO-INF/runtime/";
    private static final String DOMAIN = "MICRO-INF/domain/";

    private UnpackedMicro() {}

    /**
     * @param grizzly what goes with the server's classes, although it is Hansa's
     */
    static void from(Path microJar, Path grizzly, Path directory) throws IOException {
        Files.createDirectories(directory.resolve(SERVER).getParent());
        try (JarFile micro = new JarFile(microJar.toFile());
                MergedJar server = new MergedJar(directory.resolve(SERVER))) {
            List<? extends ZipEntry> entries =
                    micro.stream()
                            .filter(entry -> !entry.isDirectory())
                            .sorted(Comparator.comparing(ZipEntry::getName))
                            .toList();
            for (ZipEntry entry : entries) {
                String name = entry.getName();
                InputStream content = micro.getInputStream(entry);
                if (name.startsWith(JARS) && name.endsWith(".jar")) {
                    server.addAll(content);
                } else if (name.startsWith(JARS) && name.endsWith(".rar")) {
                    explode(
                            content,
                            directory.resolve("lib/install/applications").resolve(base(name)));
                } else if (name.startsWith(DOMAIN)) {
                    write(directory.resolve("config"), name.substring(DOMAIN.length()), content);
                } else if (!name.startsWith("META-INF/")) {
                    server.add(name, content.readAllBytes());
                }
            }
            server.addAll(Files.newInputStream(grizzly));
            launcher(micro.getManifest(), directory.resolve(LAUNCHER));
        }
    }

    /**
     * An empty jar with the main class, the module exports and the class path; the server reads it,
     * too.
     */
    private static void launcher(Manifest micro, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.CLASS_PATH, SERVER + " " + LIBRARIES);
        attributes.put(
                Attributes.Name.MAIN_CLASS, micro.getMainAttributes().getValue("Start-Class"));
        for (String opened : List.of("Add-Exports", "Add-Opens")) {
            attributes.putValue(opened, micro.getMainAttributes().getValue(opened));
        }
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    private static void explode(InputStream archive, Path directory) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(archive)) {
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                if (!entry.isDirectory()) {
                    write(directory, entry.getName(), entries);
                }
            }
        }
    }

    private static void write(Path directory, String name, InputStream content) throws IOException {
        Path file = directory.resolve(name).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("The archive names a file outside of it: " + name);
        }
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }
}
