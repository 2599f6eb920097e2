package io.hansa.connector.adapter;

import io.hansa.connector.ListenerTls;
import io.hansa.connector.ListenerTls.ClientCertificate;
import io.hansa.connector.Pkcs12;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * The properties of an activation that put TLS on its port. The stores are PKCS #12 files of the
 * server.
 */
public abstract class InboundTls {

    private String keystore;
    private String keystorePassword;
    private String truststore;
    private String truststorePassword;
    private String clientCertificates = "none";

    InboundTls() {}

    /**
     * Null where the port is a plain one.
     *
     * @throws IllegalArgumentException with the remedy
     */
    final ListenerTls tls() {
        ClientCertificate client = client();
        boolean trusting = client != ClientCertificate.NONE;
        if (!isSet(keystore)) {
            if (trusting || isSet(truststore)) {
                throw new IllegalArgumentException(
                        "keystore is not set; in TLS a port needs a key to show itself by, so give a PKCS #12 store.");
            }
            return null;
        }
        if (trusting && !isSet(truststore)) {
            throw new IllegalArgumentException(
                    "truststore is not set; it says whose certificates are believed, so give a PKCS #12 store.");
        }
        char[] password = SecretReference.read("keystorePassword", keystorePassword);
        KeyStore keys = store("keystore", keystore, password);
        KeyStore trust =
                isSet(truststore) ? store("truststore", truststore, trustPassword()) : null;
        try {
            return new ListenerTls(Pkcs12.context(keys, password, trust), client);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The stores of the port cannot be used: %s; check them with keytool."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    static boolean isSet(String property) {
        return property != null && !property.isBlank();
    }

    private char[] trustPassword() {
        return SecretReference.read("truststorePassword", truststorePassword);
    }

    private static KeyStore store(String property, String file, char[] password) {
        return Pkcs12.open(property, Path.of(file.strip()), property + "Password", password);
    }

    private ClientCertificate client() {
        return switch (clientCertificates) {
            case "none" -> ClientCertificate.NONE;
            case "optional" -> ClientCertificate.OPTIONAL;
            case "required" -> ClientCertificate.REQUIRED;
            default ->
                    throw new IllegalArgumentException(
                            "clientCertificates is \"%s\"; give one of none, optional, required."
                                    .formatted(clientCertificates));
        };
    }

    public String getKeystore() {
        return keystore;
    }

    public void setKeystore(String keystore) {
        this.keystore = keystore;
    }

    /**
     * Where the password of the key store is: {@code env:NAME}, {@code property:NAME} or {@code
     * file:PATH}.
     */
    public String getKeystorePassword() {
        return keystorePassword;
    }

    public void setKeystorePassword(String keystorePassword) {
        this.keystorePassword = keystorePassword;
    }

    public String getTruststore() {
        return truststore;
    }

    public void setTruststore(String truststore) {
        this.truststore = truststore;
    }

    /** Where the password of the trust store is, like that of the key store. */
    public String getTruststorePassword() {
        return truststorePassword;
    }

    public void setTruststorePassword(String truststorePassword) {
        this.truststorePassword = truststorePassword;
    }

    /** {@code none}, {@code optional} or {@code required}. */
    public String getClientCertificates() {
        return clientCertificates;
    }

    public void setClientCertificates(String clientCertificates) {
        this.clientCertificates = clientCertificates;
    }
}
