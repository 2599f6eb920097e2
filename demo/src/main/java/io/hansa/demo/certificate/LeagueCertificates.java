package io.hansa.demo.certificate;

import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.PrivateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.operator.OperatorCreationException;

/** Makes the stores of all proxies of a league; each proxy believes every organization's root. */
public final class LeagueCertificates {

    private final Map<String, Authority> authorities = new HashMap<>();
    private final Path directory;
    private final String password;

    private LeagueCertificates(Path directory) {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        this.password = HexFormat.of().formatHex(secret);
        this.directory = directory;
    }

    /**
     * @param organizations of each proxy, by the proxy's id
     * @return the stores of each proxy, as private files in {@code directory}
     */
    public static Map<String, ProxyStores> make(
            Path directory, Map<String, String> organizations, Clock clock) throws IOException {
        PrivateFiles.directory(directory);
        LeagueCertificates league = new LeagueCertificates(directory);
        try {
            for (String organization : organizations.values()) {
                if (!league.authorities.containsKey(organization)) {
                    league.authorities.put(organization, Authority.of(organization, clock));
                }
            }
            Path trustStore = league.trustStore();
            Map<String, ProxyStores> stores = new TreeMap<>();
            for (String proxy : organizations.keySet()) {
                Path keyStore = league.keyStore(proxy, organizations.get(proxy));
                stores.put(proxy, new ProxyStores(keyStore, trustStore, league.password));
            }
            return stores;
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new LaunchException(
                    "This Java cannot make EC certificates (" + e.getMessage() + "); use another.",
                    e);
        }
    }

    private Path keyStore(String proxy, String organization)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        Authority authority = authorities.get(organization);
        Identity identity = authority.issue(proxy);
        KeyStore store = empty();
        Certificate[] chain = {identity.certificate(), authority.root()};
        store.setKeyEntry(ProxyStores.ALIAS, identity.key(), password.toCharArray(), chain);
        return write(store, proxy);
    }

    private Path trustStore() throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        for (var authority : authorities.entrySet()) {
            store.setCertificateEntry(authority.getKey(), authority.getValue().root());
        }
        return write(store, "roots");
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private Path write(KeyStore store, String name) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password.toCharArray());
        return PrivateFiles.write(directory.resolve(name + ".p12"), bytes.toByteArray());
    }
}
