package io.hansa.proxy.health;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.health.ServerState.Level;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Tells once of each change of a server's state: in the log, in the audit record, and as a count.
 * Never waits. Safe for many threads.
 */
public final class HealthJournal {
    private static final Logger LOG = System.getLogger(HealthJournal.class.getName());
    private static final String BY = "hansa (health)";
    private static final String KIND = "health";

    private final Consumer<AuditRecord> audit;
    private final Clock clock;
    private final LongAdder changes = new LongAdder();

    /**
     * @param audit takes a record and does not wait
     */
    public HealthJournal(Consumer<AuditRecord> audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void changed(String server, ServerState before, ServerState now) {
        changes.increment();
        LOG.log(
                now.level() == Level.DOWN ? Logger.Level.WARNING : Logger.Level.INFO,
                "HANSA-3601 Server {0} is {1}: {2}",
                server,
                now.level(),
                now.reason());
        audit.accept(AuditRecord.of(clock.instant(), BY, KIND, server, json(before), json(now)));
    }

    /** How many there were since the node started. */
    public long changes() {
        return changes.sum();
    }

    private static JsonObject json(ServerState state) {
        return JSON.createObjectBuilder()
                .add("state", state.level().name())
                .add("reason", state.reason())
                .build();
    }
}
