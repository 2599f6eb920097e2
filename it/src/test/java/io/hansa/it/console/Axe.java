package io.hansa.it.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** axe-core, which finds faults that keep people from using a page. */
final class Axe {
    private static final String ARCHIVE = "/META-INF/maven/org.webjars.npm/axe-core/pom.properties";
    private static final String FILE = "/META-INF/resources/webjars/axe-core/%s/axe.min.js";

    static final String SCRIPT = script();

    private Axe() {}

    private static String script() {
        try (InputStream archive = Axe.class.getResourceAsStream(ARCHIVE)) {
            Properties named = new Properties();
            named.load(archive);
            String path = FILE.formatted(named.getProperty("version"));
            try (InputStream in = Axe.class.getResourceAsStream(path)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
