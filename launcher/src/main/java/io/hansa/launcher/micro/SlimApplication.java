package io.hansa.launcher.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * The application's archive in two: Hansa's own classes for Payara to deploy, and the libraries for
 * Java's own class path. What is deployed is read whole, twice, in search of beans, and cannot be
 * in an archive of classes.
 */
final class SlimApplication {
    private static final Pattern LIBRARY = Pattern.compile("WEB-INF/lib/(?!proxy-|db-).*\\.jar");

    private final Path war;

    SlimApplication(Path war) {
        this.war = war;
    }

    /** What the libraries are, by name and content. */
    String libraries() throws IOException {
        try (JarFile jar = new JarFile(war.toFile())) {
            return entries(jar).stream()
                    .filter(SlimApplication::isLibrary)
                    .map(entry -> entry.getName() + " " + Long.toHexString(entry.getCrc()))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    void writeLibraries(Path file) throws IOException {
        try (JarFile jar = new JarFile(war.toFile());
                MergedJar merged = new MergedJar(file)) {
            for (ZipEntry entry : entries(jar)) {
                if (isLibrary(entry)) {
                    merged.addAll(jar.getInputStream(entry));
                }
            }
        }
    }

    void writeRest(Path file) throws IOException {
        try (JarFile jar = new JarFile(war.toFile());
                JarOutputStream rest = new JarOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : entries(jar)) {
                if (!isLibrary(entry)) {
                    rest.putNextEntry(new ZipEntry(entry.getName()));
                    jar.getInputStream(entry).transferTo(rest);
                    rest.closeEntry();
                }
            }
        }
    }

    private static List<? extends ZipEntry> entries(JarFile jar) {
        return jar.stream().toList();
    }

    private static boolean isLibrary(ZipEntry entry) {
        return LIBRARY.matcher(entry.getName()).matches();
    }
}
