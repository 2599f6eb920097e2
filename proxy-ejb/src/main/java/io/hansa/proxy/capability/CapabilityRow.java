package io.hansa.proxy.capability;

import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.capability.Capability.Fallback;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.capability.Capability.Replay;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The database row of a capability's description. Only {@link CapabilityDescriptions} uses it. */
@Entity(name = "Capability")
@Table(name = "capability")
class CapabilityRow {
    @Id private String name;

    private String description;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Enumerated(EnumType.STRING)
    private Replay replay;

    @Column(name = "timeout_millis")
    private int timeoutMillis;

    @Enumerated(EnumType.STRING)
    private Balancing balancing;

    @Column(name = "rate_limit_permits")
    private Long rateLimitPermits;

    @Column(name = "rate_limit_per_millis")
    private Long rateLimitPerMillis;

    @Column(name = "fallback_content_type")
    private String fallbackContentType;

    @Column(name = "fallback_data")
    private String fallbackData;

    @Column(name = "created_revision", updatable = false)
    private long createdRevision;

    @Version private long version;

    protected CapabilityRow() {}

    CapabilityRow(String name, long createdRevision) {
        this.name = name;
        this.createdRevision = createdRevision;
    }

    void apply(Capability capability) {
        description = capability.description();
        priority = capability.priority();
        replay = capability.replay();
        timeoutMillis = capability.timeoutMillis();
        balancing = capability.balancing();
        RateLimit limit = capability.rateLimit();
        rateLimitPermits = limit == null ? null : limit.permits();
        rateLimitPerMillis = limit == null ? null : limit.perMillis();
        Fallback fallback = capability.fallback();
        fallbackContentType = fallback == null ? null : fallback.contentType();
        fallbackData = fallback == null ? null : fallback.data();
    }

    Capability value() {
        return new Capability(
                name,
                description,
                priority,
                replay,
                timeoutMillis,
                balancing,
                rateLimitPermits == null
                        ? null
                        : new RateLimit(rateLimitPermits, rateLimitPerMillis),
                fallbackData == null ? null : new Fallback(fallbackContentType, fallbackData),
                createdRevision + version);
    }
}
