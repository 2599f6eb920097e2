package io.hansa.proxy.audit;

import io.hansa.proxy.configuration.AuditLimits;
import io.hansa.proxy.configuration.AuditLimits.OnFull;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Queues without a writer, for tests of those that add to them. */
public final class AuditQueues {
    private AuditQueues() {}

    public static AuditQueue empty() {
        return new AuditQueue(
                new AuditLimits(Set.of(), 100, OnFull.DROP, 100, 0, 0), "n1", System::nanoTime);
    }

    /** Takes what waits. */
    public static List<AuditRecord> drain(AuditQueue queue) {
        try {
            List<AuditRecord> records = new ArrayList<>();
            queue.take(records, 100, 0);
            return records;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
