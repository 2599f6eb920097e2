package io.hansa.proxy.federation;

import static io.hansa.proxy.federation.Certificates.dns;
import static io.hansa.proxy.federation.Certificates.ip;
import static io.hansa.proxy.federation.Certificates.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.token.ManualClock;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerCertificatesTest {
    private final ManualClock clock = new ManualClock();
    private final PeerCertificates certificates = new PeerCertificates(clock);

    @Test
    void theUriGoesBeforeTheCommonName() throws Exception {
        X509Certificate both = Certificates.of("CN=evil", uri("urn:hansa:tickets"), dns("evil"));

        assertThat(owner(both, peer("tickets", null), peer("evil", null))).isEqualTo("tickets");
    }

    @Test
    void withoutUriTheMostSpecificCommonNameCounts() throws Exception {
        X509Certificate two = Certificates.of("CN=peer-p, OU=Sales, CN=evil, O=Hansa");

        assertThat(owner(two, peer("peer-p", null), peer("evil", null))).isEqualTo("peer-p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=a + CN=tickets", "CN=tickets + CN=a"})
    void twoCommonNamesInOnePartAreRefused(String subject) {
        assertRefused(Certificates.of(subject), "has more than one common name");
    }

    @Test
    void twoUrisAreRefused() {
        assertRefused(
                Certificates.of("CN=tickets", uri("urn:hansa:tickets"), uri("urn:hansa:evil")),
                "the certificate has 2 URIs that begin with urn:hansa:");
    }

    @Test
    void dnsAndAddressAreNoIdentity() {
        assertRefused(
                Certificates.of("O=Hansa", dns("tickets"), ip("127.0.0.1")),
                "is of no proxy, because it has neither a URI urn:hansa:… nor a common name, only [tickets, 127.0.0.1]");
    }

    @Test
    void uriInADnsNameIsNoIdentity() {
        assertRefused(
                Certificates.of(
                        "CN=evil", new GeneralName(GeneralName.rfc822Name, "urn:hansa:tickets")),
                "is of evil");
    }

    @Test
    void unknownOrDisabledPeerIsNotIdentified() {
        assertRefused(Certificates.of("CN=stranger"), "no peer of this proxy, or a disabled one");
        assertRefused(Certificates.of("CN=closed"), "no peer of this proxy, or a disabled one");
    }

    @Test
    void certificateIsValidUntilItsEnd() throws Exception {
        X509Certificate certificate = Certificates.of("CN=tickets");
        assertThat(owner(certificate, peer("tickets", null))).isEqualTo("tickets");

        clock.forward(Duration.ofDays(2));

        assertRefused(certificate, "The certificate of tickets is valid from");
    }

    @Test
    void enteredIdentityMustMatchWhole() throws Exception {
        X509Certificate certificate =
                Certificates.of("CN=whoever", dns("gate.tickets.example"), ip("::1"));
        String digest = CertificateIdentity.of(certificate).fingerprint();
        String other = "0".repeat(64);

        assertThat(matches(certificate, "gate.tickets.example", List.of())).isTrue();
        assertThat(matches(certificate, "0:0:0:0:0:0:0:1", List.of())).isTrue();
        assertThat(matches(certificate, null, List.of(other, digest))).isTrue();
        assertThat(matches(certificate, "gate.tickets.example", List.of(digest))).isTrue();
        assertThat(matches(certificate, "gate.tickets.example", List.of(other))).isFalse();
        assertThat(matches(certificate, "gate.evil.example", List.of(digest))).isFalse();
    }

    @Test
    void enteredCertificateIsRequiredBesideTheIdentity() {
        Peer peer = peer("tickets", new PeerCertificate("gate.tickets.example", List.of()));

        assertThatThrownBy(() -> owner(Certificates.of("CN=tickets"), peer))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void aCertificateOfTwoPeersIsRefused() {
        PeerCertificate entered = new PeerCertificate("gate.example", List.of());

        assertThatThrownBy(
                        () ->
                                owner(
                                        Certificates.of("CN=x", dns("gate.example")),
                                        peer("a", entered),
                                        peer("b", entered)))
                .hasMessageStartingWith("The certificate matches the peers [a, b];");
    }

    @Test
    void serverThatIsAnotherPeerIsNamed() {
        assertThatThrownBy(
                        () ->
                                certificates.require(
                                        peer("tickets", null), Certificates.of("CN=shop-b")))
                .hasMessageStartingWith("The certificate at https://tickets.test:8443 is of shop-b")
                .hasMessageContaining("not of peer tickets; correct");
    }

    private boolean matches(X509Certificate certificate, String san, List<String> sha256) {
        try {
            certificates.require(peer("tickets", new PeerCertificate(san, sha256)), certificate);
            return true;
        } catch (CertificateException another) {
            return false;
        }
    }

    private String owner(X509Certificate certificate, Peer... peers) throws CertificateException {
        return certificates.owner(List.of(peers), certificate).id();
    }

    private void assertRefused(X509Certificate certificate, String words) {
        Peer closed =
                new Peer(
                        "closed",
                        URI.create("https://closed.test"),
                        Peer.Link.EXTRANET,
                        Peer.Transport.REST,
                        false,
                        1);
        assertThatThrownBy(() -> owner(certificate, peer("tickets", null), closed))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining(words);
    }

    private static Peer peer(String id, PeerCertificate certificate) {
        return new Peer(
                id,
                URI.create("https://" + id + ".test:8443"),
                Peer.Link.EXTRANET,
                Peer.Transport.REST,
                true,
                null,
                new PeerTrust(null, null, certificate),
                1);
    }
}
