package io.hansa.proxy.pipeline;

import io.hansa.proxy.audit.AuditQueue;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.configuration.AuditLimits;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.configuration.TraceLimits;
import io.hansa.proxy.idempotency.IdempotencyService;
import io.hansa.proxy.monitoring.RequestLog;
import io.hansa.proxy.monitoring.RequestMetrics;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.protection.RetryBudget;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.tracing.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Makes the pipeline of its steps, and what records the outcomes of requests. */
@ApplicationScoped
class RequestPipelineProducer {
    @Produces
    @Singleton
    Traces traces(TraceLimits limits) {
        return new Traces(limits);
    }

    @Produces
    @Singleton
    RequestRecorder recorder(
            ProxyIdentity proxy,
            Clock clock,
            Traces traces,
            RequestMetrics metrics,
            RequestLog log,
            ServiceAudit audit) {
        return new RequestRecorder(
                proxy, clock, List.of(traces::add, metrics::count, log::add), audit);
    }

    @Produces
    @Singleton
    ServiceAudit serviceAudit(AuditQueue queue, AuditLimits limits) {
        return new ServiceAudit(queue, limits.services());
    }

    @Produces
    @Singleton
    PipelineSteps.Entrance entrance(
            Authentication authentication, Permit permit, Admit admit, Receive receive, Send send) {
        return new PipelineSteps.Entrance(
                new Authenticate(authentication, send.maxRetries()), permit, admit, receive);
    }

    @Produces
    @Singleton
    PipelineSteps steps(
            PipelineSteps.Entrance entrance, IdempotencyService repeats, Route route, Send send) {
        return new PipelineSteps(entrance, new CheckIdempotency(repeats), route, send);
    }

    @Produces
    @Singleton
    Send send(RetryBudget retries, NodeAdmission node, AccessControl access) {
        return new Send(retries, node, access);
    }

    @Produces
    @Singleton
    RequestPipeline pipeline(
            Registries registries,
            ProxyIdentity proxy,
            PipelineSteps steps,
            RequestRecorder outcomes) {
        return new RequestPipeline(registries, steps, new Fallback(proxy.id()), outcomes);
    }
}
