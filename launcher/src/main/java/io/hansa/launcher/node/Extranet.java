package io.hansa.launcher.node;

import java.nio.file.Path;
import java.util.Map;

/** A mutual-TLS listener and the PKCS #12 stores that serve it, in both directions. */
public record Extranet(
        int port,
        Path keyStore,
        String keyStorePassword,
        String keyAlias,
        Path trustStore,
        String trustStorePassword) {

    /** The listener as the application's configuration names it. */
    Map<String, String> environment() {
        return Map.of(
                "HANSA_EXTRANET_PORT", Integer.toString(port),
                "HANSA_EXTRANET_KEYSTORE", keyStore.toString(),
                "HANSA_EXTRANET_KEYSTORE_PASSWORD", keyStorePassword,
                "HANSA_EXTRANET_TRUSTSTORE", trustStore.toString(),
                "HANSA_EXTRANET_TRUSTSTORE_PASSWORD", trustStorePassword);
    }
}
