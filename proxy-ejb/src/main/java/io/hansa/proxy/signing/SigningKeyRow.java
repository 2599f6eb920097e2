package io.hansa.proxy.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The database row of a signing key. Only {@link StoredSigningKeys} uses it. */
@Entity(name = "SigningKey")
@Table(name = "signing_key")
class SigningKeyRow {
    @Id private String id;

    @Column(updatable = false)
    private String algorithm;

    @Column(updatable = false)
    private String secret;

    @Column(name = "published_at", updatable = false)
    private Instant publishedAt;

    @Column(name = "signs_from", updatable = false)
    private Instant signsFrom;

    @Column(name = "kept_until")
    private Instant keptUntil;

    protected SigningKeyRow() {}

    SigningKeyRow(String id, String algorithm, String secret, Instant published, Instant since) {
        this.id = id;
        this.algorithm = algorithm;
        this.secret = secret;
        this.publishedAt = published;
        this.signsFrom = since;
    }

    String id() {
        return id;
    }

    String secret() {
        return secret;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    Instant signsFrom() {
        return signsFrom;
    }

    Instant keptUntil() {
        return keptUntil;
    }

    void keepUntil(Instant until) {
        keptUntil = until;
    }
}
