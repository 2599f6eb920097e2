package io.hansa.proxy.pipeline;

import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.configuration.PressureLimits;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.configuration.RetryLimits;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.override.OverrideInForce;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.protection.RateLimits;
import io.hansa.proxy.protection.RetryBudget;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Consumer;

/** Makes what bounds the work of a node: admission, rates, memory and retries. */
@ApplicationScoped
class ProtectionProducer {
    @Produces
    @Singleton
    NodeAdmission node(
            Limits limits,
            PressureLimits pressure,
            ProxyIdentity proxy,
            Registries registries,
            Clock clock) {
        NodeAdmission node = new NodeAdmission(limits, pressure);
        String target = OperatingOverride.node(proxy.node());
        Consumer<Registry> follow =
                registry ->
                        node.follow(OverrideInForce.of(registry.overrides().get(target), clock));
        registries.onReplaced(follow);
        follow.accept(registries.current());
        return node;
    }

    @Produces
    @Singleton
    RateLimits rates() {
        return new RateLimits();
    }

    @Produces
    @Singleton
    BodyMemoryBudget callersData(CallerLimits limits) {
        return new BodyMemoryBudget(limits);
    }

    @Produces
    @Singleton
    RetryBudget retries(RetryLimits limits) {
        return new RetryBudget(limits);
    }

    @Produces
    @Singleton
    Admit admit(ProxyIdentity proxy, Limits limits, RateLimits rates) {
        return new Admit(proxy.id(), limits, rates);
    }

    @Produces
    @Singleton
    Receive receive(NodeAdmission node, BodyMemoryBudget callers) {
        return new Receive(node, callers);
    }
}
