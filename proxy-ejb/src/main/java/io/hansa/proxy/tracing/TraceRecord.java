package io.hansa.proxy.tracing;

import io.hansa.api.Effect;
import java.time.Instant;
import java.util.List;

/**
 * What one proxy did for one request.
 *
 * @param caller {@code account:shop}, or {@code peer:shop-a for shop}; null where the caller did
 *     not authenticate
 * @param code of the failure; null where there is none
 * @param effect of the failure; null where there is none
 */
public record TraceRecord(
        TraceContext context,
        String proxy,
        String node,
        String capability,
        String caller,
        Instant startedAt,
        long nanos,
        int status,
        String code,
        Effect effect,
        List<String> path,
        String server,
        long requestBytes,
        long replyBytes,
        List<Timeline.Entry> steps) {}
