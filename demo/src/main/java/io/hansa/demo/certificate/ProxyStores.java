package io.hansa.demo.certificate;

import java.nio.file.Path;

/**
 * A proxy's PKCS #12 stores: its own key under the alias {@value #ALIAS}, and the roots that it
 * believes. Both have the same password, which lives as long as they do.
 */
public record ProxyStores(Path keyStore, Path trustStore, String password) {

    public static final String ALIAS = "proxy";
}
