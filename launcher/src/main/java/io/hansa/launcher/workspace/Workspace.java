package io.hansa.launcher.workspace;

import java.nio.file.Path;

/** The places below the project's root that the launcher reads and writes. */
public record Workspace(Path home) {

    public Workspace {
        home = home.toAbsolutePath().normalize();
    }

    /** The root as the script {@code ./hansa} names it; without it, the current directory. */
    public static Workspace current() {
        return new Workspace(Path.of(System.getProperty("hansa.home", "")));
    }

    /** Payara Micro, the application and the resource adapter, as built. */
    public Path assembly() {
        return home.resolve("proxy-ear").resolve("target").resolve("hansa-micro");
    }

    public Path microConfiguration() {
        return home.resolve("server-config").resolve("micro");
    }

    /** The application for servers that take an EAR, as built. */
    public Path ear() {
        return home.resolve("proxy-ear").resolve("target").resolve("hansa.ear");
    }

    /** The slim WildFly, provisioned and configured; its files are only read. */
    public Path wildfly() {
        return wildflyConfiguration().resolve("target").resolve("wildfly");
    }

    public Path wildflyConfiguration() {
        return home.resolve("server-config").resolve("wildfly");
    }

    /** Payara Server, unpacked; its files are only read. */
    public Path payara() {
        return payaraConfiguration().resolve("target").resolve("payara6");
    }

    /** A domain configured for the application, for nodes to copy. */
    public Path payaraDomain() {
        return payaraConfiguration().resolve("target").resolve("domains").resolve("hansa");
    }

    public Path payaraConfiguration() {
        return home.resolve("server-config").resolve("payara");
    }

    public Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
