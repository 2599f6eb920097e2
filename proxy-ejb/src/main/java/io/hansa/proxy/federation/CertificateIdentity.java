package io.hansa.proxy.federation;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The identity that a TLS certificate states. Immutable.
 *
 * @param name the one identity: the one URI among the subject alternative names that begins with
 *     {@code urn:hansa:}, without that; without one, the most specific common name (RFC 6125,
 *     section 2.3.1); null: it has none
 * @param alternatives its subject alternative names: URI, DNS, IP address and e-mail address; they
 *     verify a host, or what an administrator entered for the peer
 * @param sha256 digest of its DER form, 32 bytes
 */
record CertificateIdentity(String name, List<String> alternatives, byte[] sha256) {
    private static final String URN = "urn:hansa:";
    private static final int EMAIL = 1;
    private static final int DNS = 2;
    private static final int URI = 6;
    private static final int IP = 7;

    /**
     * @throws CertificateException where it cannot be read, or names more than one identity
     */
    static CertificateIdentity of(X509Certificate certificate) throws CertificateException {
        List<String> identities =
                alternatives(certificate, List.of(URI)).stream()
                        .filter(name -> name.startsWith(URN))
                        .toList();
        if (identities.size() > 1) {
            throw new CertificateException(
                    "the certificate has %d URIs that begin with %s; it must have one"
                            .formatted(identities.size(), URN));
        }
        String name =
                identities.isEmpty()
                        ? commonName(certificate)
                        : identities.get(0).substring(URN.length());
        return new CertificateIdentity(
                name, alternatives(certificate, List.of(EMAIL, DNS, URI, IP)), digest(certificate));
    }

    /** As lower-case hex digits. */
    String fingerprint() {
        return HexFormat.of().formatHex(sha256);
    }

    /** As a token is bound to it (RFC 8705, section 3.1). */
    String thumbprint() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
    }

    /**
     * Whether one of its alternative names is that one; an IP address may be written in several
     * ways.
     */
    boolean hasAlternative(String name) {
        return alternatives.stream().anyMatch(own -> own.equalsIgnoreCase(name))
                || name.indexOf(':') >= 0 && alternatives.contains(address(name));
    }

    /** In half a sentence. */
    String shown() {
        if (name != null) {
            return name;
        }
        return alternatives.isEmpty()
                ? "no proxy, because it has no common name"
                : "no proxy, because it has neither a URI urn:hansa:… nor a common name, only "
                        + alternatives;
    }

    private static List<String> alternatives(X509Certificate certificate, List<Integer> types)
            throws CertificateException {
        Collection<List<?>> all = certificate.getSubjectAlternativeNames();
        List<String> names = new ArrayList<>();
        for (List<?> one : all == null ? List.<List<?>>of() : all) {
            int type = (Integer) one.get(0);
            if (types.contains(type) && one.get(1) instanceof String name) {
                names.add(type == IP ? address(name) : name);
            }
        }
        return List.copyOf(names);
    }

    /**
     * Of two common names the one that stands deeper; LdapName counts from the least specific part.
     */
    private static String commonName(X509Certificate certificate) throws CertificateException {
        try {
            List<Rdn> parts =
                    new LdapName(certificate.getSubjectX500Principal().getName()).getRdns();
            for (int i = parts.size() - 1; i >= 0; i--) {
                var name = parts.get(i).toAttributes().get("CN");
                if (name != null) {
                    return only(name);
                }
            }
            return null;
        } catch (InvalidNameException unreadable) {
            throw new CertificateException("the certificate's subject cannot be read", unreadable);
        }
    }

    private static String only(javax.naming.directory.Attribute name) throws CertificateException {
        try {
            if (name.size() == 1 && name.get() instanceof String text) {
                return text;
            }
        } catch (javax.naming.NamingException unreadable) {
            throw new CertificateException("the certificate's subject cannot be read", unreadable);
        }
        throw new CertificateException(
                "the most specific part of the certificate's subject has more than one common name");
    }

    private static String address(String literal) {
        try {
            return literal.matches("[0-9A-Fa-f:.]+")
                    ? InetAddress.getByName(literal).getHostAddress()
                    : literal;
        } catch (java.net.UnknownHostException noAddress) {
            return literal;
        }
    }

    private static byte[] digest(X509Certificate certificate) throws CertificateException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (GeneralSecurityException unusable) {
            throw new CertificateException("the certificate cannot be digested", unusable);
        }
    }
}
