package io.hansa.proxy.idempotency;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How requests ended whose end the database did not take. This node tells repeats from here; the
 * other nodes learn it when the database takes it. Bounded: beyond that, repeats wait until no
 * outcome can come any more. Safe for many threads.
 */
final class UnrecordedEnds {
    static final int MAX = 10_000;

    /** Outcomes that the database does not have yet. */
    enum End {
        NOT_KEPT,
        FORGOTTEN
    }

    private record Request(RequestKey key, String claim) {}

    private final KeptReplies replies;
    private final Map<Request, End> ends = new ConcurrentHashMap<>();

    UnrecordedEnds(KeptReplies replies) {
        this.replies = replies;
    }

    void add(RequestKey key, String claim, End end) {
        if (ends.size() < MAX) {
            ends.put(new Request(key, claim), end);
        }
    }

    /** Null where nothing is unrecorded of the request. */
    End of(RequestKey key, String claim) {
        return ends.get(new Request(key, claim));
    }

    /** Tells the database again; stops at the first that it does not take. */
    void record() {
        try {
            ends.forEach(
                    (request, end) -> {
                        if (end == End.FORGOTTEN) {
                            replies.forget(request.key(), request.claim());
                        } else {
                            replies.keep(request.key(), request.claim(), Outcome.notKept());
                        }
                        ends.remove(request);
                    });
        } catch (RuntimeException stillAway) {
            return;
        }
    }
}
