package io.hansa.web.service;

import io.hansa.proxy.authentication.Arrival;
import io.hansa.proxy.configuration.ExtranetTls;
import io.hansa.proxy.configuration.TrustedProxies;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Tells by which listener a request came in and, on the extranet, whose certificate it showed. Dependent, so that
 * no proxy stands before it: each request asks it.
 */
@Dependent
public class Arrivals {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final int extranetPort;
    private final ForwardedSource sources;

    @Inject
    Arrivals(Optional<ExtranetTls> tls, TrustedProxies trusted) {
        extranetPort = tls.map(ExtranetTls::port).orElse(0);
        sources = new ForwardedSource(trusted);
    }

    public Arrival of(HttpServletRequest request) {
        return listener(request).from(sources.of(request));
    }

    private Arrival listener(HttpServletRequest request) {
        if (extranetPort == 0 || request.getLocalPort() != extranetPort) {
            return Arrival.INTRANET;
        }
        X509Certificate[] chain = (X509Certificate[]) request.getAttribute(CERTIFICATES);
        return new Arrival(true, chain == null || chain.length == 0 ? null : commonName(chain[0]));
    }

    private static String commonName(X509Certificate certificate) {
        try {
            for (Rdn part :
                    new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return part.getValue().toString();
                }
            }
        } catch (InvalidNameException unreadable) {
            return null;
        }
        return null;
    }
}
