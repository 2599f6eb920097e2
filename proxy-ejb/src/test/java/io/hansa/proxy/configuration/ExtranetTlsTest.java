package io.hansa.proxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtranetTlsTest {
    @TempDir private Path directory;
    private final Map<String, String> values = new HashMap<>();

    @BeforeEach
    void stores() throws IOException, GeneralSecurityException {
        values.put("hansa.extranet.keystore", store("keys.p12", "key-secret"));
        values.put("hansa.extranet.keystore-password", "key-secret");
        values.put("hansa.extranet.truststore", store("trust.p12", "trust-secret"));
        values.put("hansa.extranet.truststore-password", "trust-secret");
    }

    @Test
    void bothStoresMakeAContext() {
        ExtranetTls tls = ExtranetTls.from(new MapConfig(values)).orElseThrow();

        assertThat(tls.context(authorities -> authorities).getProtocol()).isEqualTo("TLS");
        assertThat(tls.certificate()).isNull();
    }

    @Test
    void withoutAKeyStoreThereIsNoExtranet() {
        values.remove("hansa.extranet.keystore");

        assertThat(ExtranetTls.from(new MapConfig(values))).isEmpty();
    }

    @Test
    void wrongPasswordErrorNamesTheKeyFileOnly() {
        values.put("hansa.extranet.truststore-password", "guessed");

        assertThatThrownBy(() -> ExtranetTls.from(new MapConfig(values)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("hansa.extranet.truststore is \"")
                .hasMessageContaining("with the password of hansa.extranet.truststore-password")
                .hasMessageNotContainingAny("guessed", "trust-secret");
    }

    @Test
    void aStoreThatIsNotThereIsNamed() {
        String path = directory.resolve("none.p12").toString();
        values.put("hansa.extranet.keystore", path);

        assertThatThrownBy(() -> ExtranetTls.from(new MapConfig(values)))
                .hasMessageStartingWith("hansa.extranet.keystore is \"" + path + "\"");
    }

    @Test
    void aStoreThatCannotBeOpenedIsAFaultOfTheExtranet() {
        values.put("hansa.extranet.truststore-password", "guessed");

        ExtranetStores stores = ExtranetStores.open(new MapConfig(values));

        assertThat(stores.tls()).isEmpty();
        assertThat(stores.fault()).startsWith("hansa.extranet.truststore is \"");
    }

    private String store(String name, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Path path = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(path)) {
            store.store(out, password.toCharArray());
        }
        return path.toString();
    }
}
