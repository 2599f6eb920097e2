package io.hansa.proxy.lifecycle;

import io.hansa.proxy.configuration.DrainTimes;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.protection.NodeAdmission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

@ApplicationScoped
class DrainProducer {
    @Produces
    @Singleton
    Drain drain(NodeAdmission node, BodyMemoryBudget callers, DrainTimes times) {
        return new Drain(node, callers, times);
    }
}
