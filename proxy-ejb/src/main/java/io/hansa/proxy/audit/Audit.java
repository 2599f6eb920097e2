package io.hansa.proxy.audit;

import io.hansa.proxy.configuration.AuditLimits;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.FailedChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts this package together. */
@ApplicationScoped
class Audit {
    @Produces
    @Singleton
    AuditQueue queue(AuditLimits limits, ProxyIdentity proxy) {
        return new AuditQueue(limits, proxy.node(), System::nanoTime);
    }

    @Produces
    @Singleton
    LongReads longReads() {
        return new LongReads();
    }

    @Produces
    @Singleton
    AuditWriter writer(
            AuditQueue queue,
            WriteAudit write,
            ProxyIdentity proxy,
            Clock clock,
            FailedChanges failures) {
        return new AuditWriter(queue, write, new Omissions(queue, proxy.node(), clock), failures);
    }
}
