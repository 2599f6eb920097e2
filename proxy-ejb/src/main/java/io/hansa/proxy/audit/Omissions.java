package io.hansa.proxy.audit;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.audit.AuditQueue.Omission;
import io.hansa.proxy.audit.AuditRecord.Action;
import io.hansa.proxy.audit.AuditRecord.Origin;
import io.hansa.proxy.audit.AuditRecord.Result;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * States in a record how many records were omitted, at most once a minute. For the writer's thread
 * only.
 */
final class Omissions {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final AuditQueue queue;
    private final String node;
    private final Clock clock;
    private final long[] stated = new long[Omission.values().length];
    private Instant statedAt = Instant.EPOCH;

    Omissions(AuditQueue queue, String node, Clock clock) {
        this.queue = queue;
        this.node = node;
        this.clock = clock;
    }

    /** Empty if nothing was omitted, or the last record is less than a minute old. */
    Optional<AuditRecord> due() {
        return clock.instant().isBefore(statedAt.plus(INTERVAL)) ? Optional.empty() : now();
    }

    /** Empty if nothing was omitted since the last record. */
    Optional<AuditRecord> now() {
        JsonObjectBuilder details = JSON.createObjectBuilder();
        long sum = 0;
        for (Omission why : Omission.values()) {
            long total = queue.omitted(why);
            long since = total - stated[why.ordinal()];
            stated[why.ordinal()] = total;
            sum += since;
            if (since > 0) {
                details.add(why.word(), since);
            }
        }
        if (sum == 0) {
            return Optional.empty();
        }
        statedAt = clock.instant();
        return Optional.of(
                AuditRecord.ofCall(
                                statedAt,
                                node,
                                Action.OMITTED,
                                AuditChain.KIND,
                                "",
                                new Result(Result.DONE, details.build()))
                        .from(new Origin(node, "", "")));
    }
}
