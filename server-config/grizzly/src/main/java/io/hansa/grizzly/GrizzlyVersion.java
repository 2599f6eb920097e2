package io.hansa.grizzly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;
import org.glassfish.grizzly.Grizzly;

/** The version of Grizzly that is running, and the versions that the tests of this build use. */
final class GrizzlyVersion {
    /** Of this module's tests, and of Payara 6.2025.10 in the integration tests. */
    static final Set<String> TESTED = Set.of("4.0.2", "4.0.2.payara-p2");

    private GrizzlyVersion() {}

    /** With the suffix of Payara's patches, which {@link Grizzly#getDotedVersion} leaves out. */
    static String running() {
        Properties own = new Properties();
        try (InputStream file = Grizzly.class.getResourceAsStream("version.properties")) {
            if (file != null) {
                own.load(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return own.getProperty("grizzly.version", "of an unknown version");
    }
}
