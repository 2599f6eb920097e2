package io.hansa.proxy.monitoring;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.PasswordHasher;
import io.hansa.proxy.audit.AuditQueue;
import io.hansa.proxy.authentication.SignInRefusal;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.health.ServerStates;
import io.hansa.proxy.load.ProxyLoad;
import io.hansa.proxy.permission.Quotas;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.token.SigningKeys;
import io.hansa.proxy.tracing.TraceRecord;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Requests by capability and code, the node's load, its targets, and the JVM, as Prometheus text.
 * Safe for many threads.
 */
public final class RequestMetrics {
    private record Key(String capability, String code) {}

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ConcurrentHashMap<Key, Timer> timers = new ConcurrentHashMap<>();

    private final TargetMetrics targets;

    RequestMetrics(
            NodeAdmission node,
            ProxyLoad load,
            BodyMemoryBudget data,
            Breakers breakers,
            ServerDestinations servers) {
        targets = new TargetMetrics(registry, breakers, servers);
        Gauge.builder("hansa.callers.waiting", data, BodyMemoryBudget::waiting)
                .description("Callers whose data is on its way or who take their reply slowly")
                .register(registry);
        Gauge.builder("hansa.callers.data.bytes", data, BodyMemoryBudget::bytes)
                .description("Memory that the data of large and slow callers takes")
                .register(registry);
        Gauge.builder("hansa.strangers.waiting", data.unauthenticated(), BodyMemoryBudget::waiting)
                .description("Callers not known yet whose data is on its way")
                .register(registry);
        Gauge.builder("hansa.node.load", node, NodeAdmission::load)
                .description("Work in flight / declared capacity")
                .register(registry);
        Gauge.builder("hansa.node.in.flight", node, NodeAdmission::inFlight)
                .description("Requests in flight")
                .register(registry);
        Gauge.builder("hansa.node.limit", node, NodeAdmission::limit)
                .description("The maximum of requests in flight at the moment")
                .register(registry);
        Gauge.builder("hansa.node.draining", node, its -> its.draining() ? 1 : 0)
                .description("1 while the node says that it takes no more work")
                .register(registry);
        Gauge.builder("hansa.proxy.load", load, its -> its.now().load())
                .description("Work in flight / capacity of all nodes of the proxy that report")
                .register(registry);
        Gauge.builder("hansa.proxy.nodes", load, its -> its.now().nodes())
                .description("Nodes of the proxy that report, this one included")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
    }

    /** Names that callers make up are not counted one by one. */
    public void count(TraceRecord record) {
        boolean unknown =
                record.caller() == null
                        || ErrorCode.CAPABILITY_UNKNOWN.code().equals(record.code())
                        || ErrorCode.REQUEST_INVALID.code().equals(record.code());
        Key key =
                new Key(
                        unknown ? "unknown" : record.capability(),
                        record.code() == null ? "ok" : record.code());
        Timer timer = timers.get(key);
        if (timer == null) {
            timer = timers.computeIfAbsent(key, this::timer);
        }
        timer.record(record.nanos(), TimeUnit.NANOSECONDS);
    }

    /** Names that callers make up are not counted one by one. */
    public void count(SignInRefusal refusal) {
        registry.counter("hansa.authentication.refused", "reason", refusal.reason().label())
                .increment();
    }

    void watch(PasswordHasher hasher) {
        Gauge.builder("hansa.password.checks.waiting", hasher, PasswordHasher::waiting)
                .description("Passwords that wait to be hashed")
                .register(registry);
        FunctionCounter.builder("hansa.password.hashes", hasher, PasswordHasher::hashes)
                .description("Passwords that were hashed, to check or to set them")
                .register(registry);
    }

    void watch(Quotas quotas) {
        FunctionCounter.builder("hansa.permission.quota.refused", quotas, Quotas::refused)
                .description("Requests refused because the quotas of their permissions are used up")
                .register(registry);
    }

    void watch(AuditQueue audit) {
        Gauge.builder("hansa.audit.queue.length", audit, AuditQueue::length)
                .description("Audit records that wait to be written")
                .register(registry);
        FunctionCounter.builder("hansa.audit.written", audit, AuditQueue::written)
                .description("Audit records that were written from the queue")
                .register(registry);
        for (AuditQueue.Omission why : AuditQueue.Omission.values()) {
            FunctionCounter.builder("hansa.audit.dropped", audit, its -> its.omitted(why))
                    .description("Audit records that were not written, by reason")
                    .tag("reason", why.label())
                    .register(registry);
        }
    }

    void watch(OperatingMetrics operating) {
        operating.bindTo(registry);
    }

    void watch(LeagueMetrics league) {
        league.bindTo(registry);
    }

    void watch(RegistryMetrics registryInForce) {
        registryInForce.bindTo(registry);
    }

    void watch(HealthMetrics health, ServerStates states) {
        health.bindTo(registry);
        targets.watch(states);
    }

    void watch(SigningKeys keys, Clock clock) {
        Gauge.builder("hansa.signing.key.age.seconds", keys, its -> age(its, clock))
                .description("Since when the key signs that signs now")
                .register(registry);
        Gauge.builder("hansa.signing.keys", keys, its -> its.all().size())
                .description("Keys that verify tokens of this proxy")
                .register(registry);
    }

    private static double age(SigningKeys keys, Clock clock) {
        return keys.active()
                .map(key -> Duration.between(key.since(), clock.instant()).toSeconds())
                .orElse(0L);
    }

    /** Prometheus text exposition format 0.0.4. */
    public synchronized String scrape() {
        targets.refresh();
        return registry.scrape();
    }

    private Timer timer(Key key) {
        return Timer.builder("hansa.requests")
                .description("Requests for capabilities")
                .tag("capability", key.capability())
                .tag("code", key.code())
                .register(registry);
    }
}
