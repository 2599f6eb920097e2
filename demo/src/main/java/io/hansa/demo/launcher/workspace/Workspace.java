package io.hansa.demo.launcher.workspace;

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

    /** Everything that a running demo owns. */
    public Path demo() {
        return home.resolve(".hansa").resolve("demo");
    }

    /** The file that names a running demo's processes. */
    public Path ledger() {
        return demo().resolve("processes.json");
    }

    /** Held by the launcher that starts or runs a demo. */
    public Path lock() {
        return demo().resolve("lock");
    }

    public Path logs() {
        return demo().resolve("logs");
    }

    public Path nodes() {
        return demo().resolve("nodes");
    }

    public Path certificates() {
        return demo().resolve("certificates");
    }

    /** The price server's database. */
    public Path prices() {
        return demo().resolve("prices");
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

    public Path demoJar() {
        return home.resolve("demo").resolve("target").resolve("demo.jar");
    }

    public Path demoLibraries() {
        return home.resolve("demo").resolve("target").resolve("lib");
    }

    public Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
