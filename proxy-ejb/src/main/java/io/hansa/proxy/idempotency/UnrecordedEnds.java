package io.hansa.proxy.idempotency;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How requests ended whose end the database did not take. This node tells repeats from here; the
 * other nodes learn it when the database takes it. Bounded: beyond that, repeats wait until no
 * outcome can come any more. Safe for many threads.
 */
final class UnrecordedEnds {
    static final int MAX = 10_000;

    /**
     * How long a statement that nobody waits for may still come to the database, after the database
     * answers again.
     */
    private static final long STRAY_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Outcomes that the database does not have yet. */
    enum End {
        NOT_KEPT,
        FORGOTTEN,
        /** The request was refused; that it begins may still come to the database. */
        ABANDONED;

        /** Whether the request did nothing, so that a repeat counts as the first. */
        boolean didNothing() {
            return this != NOT_KEPT;
        }
    }

    private record Request(RequestKey key, String claim) {}

    /**
     * @param forgottenAt when the database forgot it for the first time; null: not yet
     */
    private record Entry(End end, Long forgottenAt) {}

    private final KeptReplies replies;
    private final Consumer<Runnable> calls;
    private final Map<Request, Entry> ends = new ConcurrentHashMap<>();

    /**
     * @param calls runs a call of the database, and throws where it gets no answer
     */
    UnrecordedEnds(KeptReplies replies, Consumer<Runnable> calls) {
        this.replies = replies;
        this.calls = calls;
    }

    void add(RequestKey key, String claim, End end) {
        if (ends.size() < MAX) {
            ends.put(new Request(key, claim), new Entry(end, null));
        }
    }

    /** Null where nothing is unrecorded of the request. */
    End of(RequestKey key, String claim) {
        Entry entry = ends.get(new Request(key, claim));
        return entry == null ? null : entry.end();
    }

    /** Tells the database again; stops at the first that it does not take. */
    void record() {
        try {
            ends.forEach(
                    (request, entry) -> {
                        calls.accept(() -> tell(request, entry.end()));
                        if (isOver(entry)) {
                            ends.remove(request, entry);
                        } else if (entry.forgottenAt() == null) {
                            ends.replace(request, entry, new Entry(entry.end(), System.nanoTime()));
                        }
                    });
        } catch (RuntimeException stillAway) {
            return;
        }
    }

    private void tell(Request request, End end) {
        if (end.didNothing()) {
            replies.forget(request.key(), request.claim());
        } else {
            replies.keep(request.key(), request.claim(), Outcome.notKept());
        }
    }

    private static boolean isOver(Entry entry) {
        return entry.end() != End.ABANDONED
                || entry.forgottenAt() != null
                        && System.nanoTime() - entry.forgottenAt() > STRAY_NANOS;
    }
}
