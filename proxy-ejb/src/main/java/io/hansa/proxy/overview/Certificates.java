package io.hansa.proxy.overview;

import io.hansa.proxy.configuration.ExtranetStores;
import io.hansa.proxy.configuration.ExtranetTls;
import io.hansa.proxy.overview.Finding.Severity;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long the certificates of this node are still valid. */
@Dependent
class Certificates {
    private static final long WARN_DAYS = 30;
    private static final long ERROR_DAYS = 7;
    private static final String EXTRANET = "hansa.extranet.keystore";

    private final Optional<X509Certificate> extranet;
    private final String fault;
    private final Clock clock;

    @Inject
    Certificates(ExtranetStores stores, Clock clock) {
        this.fault = stores.fault();
        this.extranet = stores.tls().map(ExtranetTls::certificate);
        this.clock = clock;
    }

    List<CertificateEnd> ends() {
        return extranet.stream()
                .map(
                        certificate ->
                                new CertificateEnd(
                                        EXTRANET, end(certificate), daysLeft(certificate)))
                .toList();
    }

    List<Finding> findings() {
        if (fault != null) {
            return List.of(unusable());
        }
        return extranet.filter(certificate -> daysLeft(certificate) < WARN_DAYS).stream()
                .map(this::finding)
                .toList();
    }

    private Finding unusable() {
        return new Finding(
                Severity.ERROR,
                "extranet-stores-unusable",
                "No peer of another organization can be reached. " + fault,
                "Correct the store or its setting, and restart the node.",
                null,
                "/api/v1/admin/overview");
    }

    private Finding finding(X509Certificate certificate) {
        long days = daysLeft(certificate);
        return new Finding(
                days < ERROR_DAYS ? Severity.ERROR : Severity.WARNING,
                "certificate-expires",
                end(certificate).isBefore(clock.instant())
                        ? "The certificate of %s ended at %s.".formatted(EXTRANET, end(certificate))
                        : "The certificate of %s is valid for %d more days."
                                .formatted(EXTRANET, days),
                "Have it renewed, and restart the nodes with the new one.",
                null,
                "/api/v1/admin/overview");
    }

    private long daysLeft(X509Certificate certificate) {
        return Duration.between(clock.instant(), end(certificate)).toDays();
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }
}
