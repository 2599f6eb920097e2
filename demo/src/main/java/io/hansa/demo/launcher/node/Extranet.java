package io.hansa.demo.launcher.node;

import java.nio.file.Path;

/** A mutual-TLS listener and the PKCS #12 stores that serve it, in both directions. */
public record Extranet(
        int port,
        Path keyStore,
        String keyStorePassword,
        String keyAlias,
        Path trustStore,
        String trustStorePassword) {}
