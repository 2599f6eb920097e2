package io.hansa.demo.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeagueCertificatesTest {

    @TempDir private Path directory;
    private Map<String, ProxyStores> stores;

    @BeforeEach
    void make() throws IOException {
        stores =
                LeagueCertificates.make(
                        directory.resolve("league"),
                        Map.of("shop-a", "shop", "tickets", "tickets"),
                        Clock.systemUTC());
    }

    @Test
    void letTwoOrganizationsMeetByMutualTls() throws Exception {
        try (TlsMeeting meeting = new TlsMeeting(stores.get("tickets"))) {
            assertThat(meeting.callerSeenFrom(stores.get("shop-a"))).isEqualTo("CN=shop-a");
        }
    }

    @Test
    void keepUnknownPeersOut() throws Exception {
        ProxyStores stranger =
                LeagueCertificates.make(
                                directory.resolve("other"),
                                Map.of("shop-a", "shop"),
                                Clock.systemUTC())
                        .get("shop-a");
        Path trusting = stores.get("shop-a").trustStore();
        String password = stores.get("shop-a").password();
        try (TlsMeeting meeting = new TlsMeeting(stores.get("tickets"))) {
            assertThatThrownBy(() -> meeting.callerSeenFrom(stranger, trusting, password))
                    .as("an alert, or a connection that the listener has closed already")
                    .isInstanceOfAny(SSLException.class, SocketException.class);
        }
    }

    @Test
    void nameTheProxyAndLoopbackForThreeMonths() throws Exception {
        X509Certificate certificate = own(stores.get("shop-a"));
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=shop-a");
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
        assertThat(certificate.getBasicConstraints()).as("no authority").isEqualTo(-1);
        assertThat(certificate.getNotAfter().toInstant())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(89)),
                        Instant.now().plus(Duration.ofDays(91)));
    }

    @Test
    void arePrivateFilesWithTheirOwnPassword() throws Exception {
        ProxyStores own = stores.get("shop-a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.keyStore())))
                .isEqualTo("rw-------");
        assertThatThrownBy(
                        () ->
                                KeyStore.getInstance(
                                        own.keyStore().toFile(), "changeit".toCharArray()))
                .isInstanceOf(IOException.class);
        assertThat(own.password()).hasSize(32);
    }

    private static X509Certificate own(ProxyStores stores) throws Exception {
        KeyStore store =
                KeyStore.getInstance(stores.keyStore().toFile(), stores.password().toCharArray());
        return (X509Certificate) store.getCertificate(ProxyStores.ALIAS);
    }
}
