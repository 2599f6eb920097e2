package io.hansa.launcher.micro;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Several jars in one, in the order of a class path: of two files with one name the first is kept,
 * but lists of services are joined, since a class loader would read each of them. Signatures are
 * left out: they are of the whole jar.
 */
final class MergedJar implements AutoCloseable {
    private static final Pattern LISTS = Pattern.compile("META-INF/(services|hk2-locator)/.+");
    private static final Pattern OF_THE_WHOLE_JAR =
            Pattern.compile("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC))|module-info\\.class");

    private final JarOutputStream jar;
    private final Set<String> names = new HashSet<>();
    private final Map<String, ByteArrayOutputStream> lists = new LinkedHashMap<>();

    MergedJar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        jar = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), manifest);
        jar.setLevel(Deflater.BEST_SPEED);
    }

    void addAll(InputStream another) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(another)) {
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                if (!entry.isDirectory()) {
                    add(entry.getName(), entries.readAllBytes());
                }
            }
        }
    }

    void add(String name, byte[] content) throws IOException {
        if (OF_THE_WHOLE_JAR.matcher(name).matches()) {
            return;
        }
        if (LISTS.matcher(name).matches()) {
            ByteArrayOutputStream list =
                    lists.computeIfAbsent(name, absent -> new ByteArrayOutputStream());
            list.write(content);
            list.write('\n');
        } else if (names.add(name)) {
            put(name, OwnHostName.withoutLookup(name, content));
        }
    }

    private void put(String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    @Override
    public void close() throws IOException {
        try (jar) {
            for (Map.Entry<String, ByteArrayOutputStream> list : lists.entrySet()) {
                put(list.getKey(), list.getValue().toByteArray());
            }
        }
    }
}
