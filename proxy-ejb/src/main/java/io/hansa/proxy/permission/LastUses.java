package io.hansa.proxy.permission;

import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each permission last decided about a request, to the minute. Noting that takes no lock and
 * asks no database, and is for many threads; writing it down is for one thread beside the requests.
 */
public final class LastUses {
    private static final int MINUTE_SECONDS = 60;

    private static final class Use {
        /** Written at most once a minute, so that busy threads share the line in their caches. */
        volatile long minute;

        long stored;
    }

    private final ConcurrentHashMap<String, Use> uses = new ConcurrentHashMap<>();
    private Iterator<Map.Entry<String, Use>> turn = Collections.emptyIterator();

    /** These permissions have decided about a request. */
    public void note(List<Permission> permissions, Instant now) {
        long minute = now.getEpochSecond() / MINUTE_SECONDS;
        for (int i = 0; i < permissions.size(); i++) {
            Use use = use(permissions.get(i).id());
            if (use.minute < minute) {
                use.minute = minute;
            }
        }
    }

    /** Some of the uses that the database does not have yet. The next run continues behind them. */
    Map<String, Instant> unsettled(int max) {
        Map<String, Instant> found = new LinkedHashMap<>();
        for (int looked = uses.size(); looked > 0 && found.size() < max; looked--) {
            if (!turn.hasNext()) {
                turn = uses.entrySet().iterator();
            }
            if (turn.hasNext()) {
                Map.Entry<String, Use> next = turn.next();
                long minute = next.getValue().minute;
                if (minute > next.getValue().stored) {
                    found.put(next.getKey(), Instant.ofEpochSecond(minute * MINUTE_SECONDS));
                }
            }
        }
        return found;
    }

    void settled(Map<String, Instant> stored) {
        stored.forEach(
                (permission, at) -> use(permission).stored = at.getEpochSecond() / MINUTE_SECONDS);
    }

    /** Forgets all permissions but these. */
    void keepOnly(Set<String> permissions) {
        uses.keySet().retainAll(permissions);
    }

    private Use use(String permission) {
        Use use = uses.get(permission);
        return use != null ? use : uses.computeIfAbsent(permission, id -> new Use());
    }
}
