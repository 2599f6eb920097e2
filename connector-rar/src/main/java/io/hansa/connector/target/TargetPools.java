package io.hansa.connector.target;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.http.HttpPool;
import io.hansa.connector.pool.Addresses;
import io.hansa.connector.pool.Alarms;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolSettings;
import io.hansa.connector.pool.TargetFailures;
import io.hansa.connector.pool.TargetPool;
import io.hansa.connector.tcp.TcpPool;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Exchanges with any target, each by the pool that bears its id. For any number of threads. */
public final class TargetPools implements AutoCloseable {

    private static final int SWEEPS_PER_IDLE_TIME = 4;

    /** In idle times: an hour with the default settings. */
    private static final int FORGOTTEN_AFTER = 60;

    private final PoolSettings settings;
    private final Addresses addresses = new Addresses();
    private final Alarms alarms = new Alarms();
    private final Map<String, OpenTarget> open = new ConcurrentHashMap<>();
    private final Set<OpenTarget> replaced = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    public TargetPools(PoolSettings settings) {
        this.settings = settings;
        long idle = settings.idleMillis();
        alarms.every(Math.max(1, idle / SWEEPS_PER_IDLE_TIME), this::closeExpired);
        alarms.every(Math.multiplyExact(idle, FORGOTTEN_AFTER), this::forgetUnused);
    }

    public ServerReply exchange(ServerTarget target, ServerRequest request)
            throws ExchangeException {
        Deadline deadline = new Deadline(request.deadlineNanos());
        while (!deadline.passed()) {
            OpenTarget candidate = openTarget(target);
            // Not when the target is being replaced at this moment; its next pool is there already.
            if (candidate.begin()) {
                try {
                    return candidate.exchange(request);
                } finally {
                    candidate.end();
                }
            }
        }
        throw TargetFailures.timeout(target, false, null);
    }

    /** Closes everything; exchanges under way fail, and so does each later one. */
    @Override
    public void close() {
        stopped = true;
        open.values().forEach(OpenTarget::close);
        open.clear();
        replaced.forEach(OpenTarget::close);
        replaced.clear();
        alarms.close();
        addresses.close();
    }

    int openTargets() {
        return open.size();
    }

    private OpenTarget openTarget(ServerTarget target) throws ExchangeException {
        OpenTarget current = open.get(target.id());
        if (current == null || !current.serves(target)) {
            current = open.compute(target.id(), (id, last) -> replace(last, target));
        }
        if (stopped) {
            close();
            throw new ExchangeException(
                    Kind.UNREACHABLE,
                    false,
                    "The connector is stopped and reaches %s no more; ask another node."
                            .formatted(target.id()));
        }
        return current;
    }

    private OpenTarget replace(OpenTarget last, ServerTarget target) {
        if (last != null && last.serves(target)) {
            return last;
        }
        OpenTarget next = new OpenTarget(target, pool(target));
        if (last != null) {
            replaced.add(last);
            last.drain();
        }
        return next;
    }

    private TargetPool pool(ServerTarget target) {
        return target.http()
                ? new HttpPool(target, settings, addresses, alarms)
                : new TcpPool(target, settings, addresses, System::nanoTime);
    }

    private void closeExpired() {
        open.values().forEach(OpenTarget::closeExpired);
        replaced.removeIf(OpenTarget::ended);
    }

    private void forgetUnused() {
        open.forEach(
                (id, target) -> {
                    if (target.unused() && open.remove(id, target)) {
                        target.drain();
                    }
                });
    }
}
