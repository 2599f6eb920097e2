package io.hansa.launcher.micro;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.launcher.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroRuntimeTest {

    @TempDir private Path home;
    private Workspace workspace;
    private Path microJar;
    private byte[] library;

    @BeforeEach
    void build() throws IOException {
        workspace = new Workspace(home);
        Files.createDirectories(workspace.assembly());
        microJar = workspace.assembly().resolve("payara-micro.jar");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "MICRO-INF/runtime/b.jar",
                jar(Map.of("p/B.class", "b", "META-INF/services/s", "b.S")));
        entries.put(
                "MICRO-INF/runtime/a.jar",
                jar(
                        Map.of(
                                "p/B.class",
                                "a",
                                "META-INF/services/s",
                                "a.S",
                                "META-INF/K.SF",
                                "signed")));
        entries.put("MICRO-INF/runtime/pool.rar", jar(Map.of("META-INF/ra.xml", "<ra/>")));
        entries.put("MICRO-INF/domain/domain.xml", "<domain/>".getBytes());
        entries.put("boot/Start.class", "start".getBytes());
        try (OutputStream file = Files.newOutputStream(microJar)) {
            write(file, entries);
        }
        buildGrizzly("1");
        library = jar(Map.of("l/L.class", "l"));
        buildApplication("1");
    }

    private void buildGrizzly(String version) throws IOException {
        Files.write(
                workspace.assembly().resolve("hansa-grizzly.jar"),
                jar(Map.of("g/G.class", version)));
    }

    /**
     * @param version all that differs: the library is the same, to the time of its entries
     */
    private void buildApplication(String version) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("WEB-INF/classes/W.class", version.getBytes());
        entries.put("WEB-INF/lib/proxy-ejb-1.jar", jar(Map.of("h/H.class", "h")));
        entries.put("WEB-INF/lib/library-1.jar", library);
        try (OutputStream file = Files.newOutputStream(workspace.assembly().resolve("hansa.war"))) {
            write(file, entries);
        }
    }

    @Test
    void putsLibrariesOnClassPathAndDeploysOthers() throws IOException {
        MicroRuntime runtime = MicroRuntime.of(workspace);
        try (JarFile war = new JarFile(runtime.application().toFile());
                JarFile libraries =
                        new JarFile(
                                runtime.directory().resolve("runtime/libraries.jar").toFile())) {
            assertThat(war.stream().map(ZipEntry::getName))
                    .contains("WEB-INF/classes/W.class", "WEB-INF/lib/proxy-ejb-1.jar")
                    .doesNotContain("WEB-INF/lib/library-1.jar");
            assertThat(text(libraries, "l/L.class")).isEqualTo("l");
        }
    }

    @Test
    void keepsTheServerWhenOnlyTheApplicationChanges() throws IOException {
        Path kept = MicroRuntime.of(workspace).directory().resolve("kept");
        Files.createFile(kept);
        buildApplication("another");
        try (JarFile war = new JarFile(MicroRuntime.of(workspace).application().toFile())) {
            assertThat(text(war, "WEB-INF/classes/W.class")).isEqualTo("another");
        }
        assertThat(kept).exists();
    }

    @Test
    void mergesJarsInTheOrderOfTheirNames() throws IOException {
        MicroRuntime runtime = MicroRuntime.of(workspace);
        try (JarFile jar =
                new JarFile(runtime.directory().resolve("runtime/payara.jar").toFile())) {
            assertThat(text(jar, "p/B.class")).isEqualTo("a");
            assertThat(text(jar, "boot/Start.class")).isEqualTo("start");
            assertThat(text(jar, "g/G.class")).isEqualTo("1");
        }
    }

    @Test
    void joinsTheListsOfServices() throws IOException {
        MicroRuntime runtime = MicroRuntime.of(workspace);
        try (JarFile jar =
                new JarFile(runtime.directory().resolve("runtime/payara.jar").toFile())) {
            assertThat(text(jar, "META-INF/services/s")).isEqualTo("a.S\nb.S\n");
        }
    }

    @Test
    void leavesOutSignaturesOfMergedJars() throws IOException {
        MicroRuntime runtime = MicroRuntime.of(workspace);
        try (JarFile jar =
                new JarFile(runtime.directory().resolve("runtime/payara.jar").toFile())) {
            assertThat(jar.getEntry("META-INF/K.SF")).isNull();
        }
    }

    @Test
    void opensTheModulesThatPayaraMicroOpens() throws IOException {
        MicroRuntime runtime = MicroRuntime.of(workspace);
        try (JarFile jar = new JarFile(runtime.directory().resolve("launch-micro.jar").toFile())) {
            Attributes attributes = jar.getManifest().getMainAttributes();
            assertThat(attributes.getValue("Add-Opens")).isEqualTo("java.base/java.lang");
            assertThat(attributes.getValue("Main-Class")).isEqualTo("boot.Start");
            assertThat(attributes.getValue("Class-Path"))
                    .isEqualTo("runtime/payara.jar runtime/libraries.jar");
        }
    }

    @Test
    void givesANodeItsConfigurationAndItsAdapters() throws IOException {
        MicroRuntime.of(workspace).furnish(home.resolve("node"));
        assertThat(home.resolve("node/config/domain.xml")).hasContent("<domain/>");
        assertThat(home.resolve("node/lib/install/applications/pool/META-INF/ra.xml"))
                .hasContent("<ra/>");
    }

    @Test
    void isMadeAgainWhenPayaraMicroIsAnother() throws IOException {
        Path kept = MicroRuntime.of(workspace).directory().resolve("kept");
        Files.createFile(kept);
        MicroRuntime.of(workspace);
        assertThat(kept).exists();
        Files.setLastModifiedTime(microJar, FileTime.from(Instant.EPOCH));
        MicroRuntime.of(workspace);
        assertThat(kept).doesNotExist();
    }

    @Test
    void isRebuiltWhenTheServersLibrariesChange() throws IOException {
        MicroRuntime.of(workspace);
        buildGrizzly("another");
        try (JarFile jar =
                new JarFile(
                        MicroRuntime.of(workspace)
                                .directory()
                                .resolve("runtime/payara.jar")
                                .toFile())) {
            assertThat(text(jar, "g/G.class")).isEqualTo("another");
        }
    }

    @Test
    void namesNoMissingClassArchive() throws IOException {
        assertThat(MicroRuntime.of(workspace).arguments())
                .noneMatch(argument -> argument.startsWith("-XX:SharedArchiveFile"));
    }

    private static byte[] jar(Map<String, String> texts) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        texts.forEach((name, text) -> entries.put(name, text.getBytes()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, entries);
        return bytes.toByteArray();
    }

    private static void write(OutputStream out, Map<String, byte[]> entries) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Start-Class", "boot.Start");
        attributes.putValue("Add-Opens", "java.base/java.lang");
        attributes.putValue("Add-Exports", "java.base/jdk.internal.ref");
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes());
    }
}
