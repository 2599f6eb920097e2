package io.hansa.connector.target;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.ConnectionDoctor;
import io.hansa.connector.Dialogue;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.PendingReply;
import io.hansa.connector.RecordedExchange;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.TargetStatus;
import io.hansa.connector.http.HttpPool;
import io.hansa.connector.http.HttpTrial;
import io.hansa.connector.pool.Alarms;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolContext;
import io.hansa.connector.pool.PoolSettings;
import io.hansa.connector.pool.TargetFailures;
import io.hansa.connector.pool.TargetPool;
import io.hansa.connector.tcp.SharedPool;
import io.hansa.connector.tcp.TcpPool;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Exchanges with any target, each by the pool that bears its id. For any number of threads. */
public final class TargetPools implements AutoCloseable, ConnectionDoctor {

    private static final int SWEEPS_PER_IDLE_TIME = 4;

    /** A target's own idle time may be short. */
    private static final long MAX_SWEEP_MILLIS = 1_000;

    /**
     * The JVM keeps an address for 30 seconds ({@code networkaddress.cache.ttl}); with this a name
     * that has moved is noticed within 45.
     */
    private static final long REFRESH_MILLIS = 15_000;

    /** In idle times: an hour with the default settings. */
    private static final int FORGOTTEN_AFTER = 60;

    private final PoolContext context;
    private final Map<String, OpenTarget> open = new ConcurrentHashMap<>();
    private final Set<OpenTarget> replaced = ConcurrentHashMap.newKeySet();
    private final Set<String> quarantined = ConcurrentHashMap.newKeySet();
    private final Trials trials;
    private volatile boolean stopped;

    public TargetPools(PoolSettings settings) {
        this(new PoolContext(settings));
    }

    TargetPools(PoolContext context) {
        this.context = context;
        this.trials = new Trials(context.addresses());
        Alarms alarms = context.alarms();
        long idle = context.settings().idleMillis();
        long sweep = Math.min(MAX_SWEEP_MILLIS, idle / SWEEPS_PER_IDLE_TIME);
        alarms.every(Math.max(1, sweep), this::closeExpired);
        alarms.every(REFRESH_MILLIS, this::refreshAddresses);
        alarms.every(Math.multiplyExact(idle, FORGOTTEN_AFTER), this::forgetUnused);
    }

    public PendingReply<ServerReply, ExchangeException> begin(
            ServerTarget target, ServerRequest request) throws ExchangeException {
        if (quarantined.contains(target.id())) {
            throw new ExchangeException(
                    Kind.QUARANTINED,
                    false,
                    "%s is in quarantine; release it when it is well again."
                            .formatted(target.id()));
        }
        return beginInAnyCase(target, request);
    }

    /** Also where the target is in quarantine. */
    private PendingReply<ServerReply, ExchangeException> beginInAnyCase(
            ServerTarget target, ServerRequest request) throws ExchangeException {
        Deadline deadline = new Deadline(request.deadlineNanos());
        while (!deadline.passed()) {
            OpenTarget candidate = openTarget(target);
            // Not when the target is being replaced at this moment; its next pool is there already.
            if (candidate.enter()) {
                return begin(candidate, request);
            }
        }
        throw TargetFailures.timeout(target, false, null);
    }

    private static PendingReply<ServerReply, ExchangeException> begin(
            OpenTarget entered, ServerRequest request) throws ExchangeException {
        PendingReply<ServerReply, ExchangeException> pending;
        try {
            pending = entered.pool().begin(request);
        } catch (ExchangeException | RuntimeException | Error failure) {
            entered.leave();
            throw failure;
        }
        pending.onEnd((reply, failure) -> entered.leave());
        return pending;
    }

    /** One exchange, awaited to its end. */
    public ServerReply exchange(ServerTarget target, ServerRequest request)
            throws ExchangeException {
        return begin(target, request).await(PendingReply.TO_THE_END);
    }

    /** Opens a channel to the target where there is none; nothing where it is in quarantine. */
    public void warm(ServerTarget target, Deadline deadline) throws ExchangeException {
        OpenTarget candidate = openTarget(target);
        if (!quarantined.contains(target.id()) && candidate.enter()) {
            try {
                candidate.pool().warm(deadline);
            } finally {
                candidate.leave();
            }
        }
    }

    @Override
    public TargetStatus examine(String targetId) {
        List<ChannelStatus> channels =
                Stream.concat(Stream.ofNullable(open.get(targetId)), replaced(targetId))
                        .flatMap(target -> target.pool().channels().stream())
                        .sorted(Comparator.comparingLong(ChannelStatus::ageMillis).reversed())
                        .toList();
        return new TargetStatus(targetId, quarantined.contains(targetId), channels);
    }

    @Override
    public boolean quarantine(String targetId, String channelId) {
        OpenTarget target = open.get(targetId);
        return target != null && target.pool().quarantine(channelId);
    }

    @Override
    public boolean release(String targetId, String channelId) {
        OpenTarget target = open.get(targetId);
        return target != null && target.pool().release(channelId);
    }

    @Override
    public void quarantine(String targetId) {
        quarantined.add(targetId);
    }

    @Override
    public boolean release(String targetId) {
        return quarantined.remove(targetId);
    }

    @Override
    public void forget(String targetId) {
        OpenTarget last = open.remove(targetId);
        if (last != null) {
            retire(last);
        }
    }

    @Override
    public RecordedExchange tryConnection(ServerTarget target, long deadlineNanos) {
        return trials.connect(target, new Deadline(deadlineNanos));
    }

    @Override
    public RecordedExchange tryExchange(ServerTarget target, ServerRequest request) {
        return target.http()
                ? new HttpTrial(target).exchange(request, () -> beginInAnyCase(target, request))
                : trials.exchange(target, request);
    }

    @Override
    public RecordedExchange tryGet(ServerTarget target, String path, long deadlineNanos) {
        return trials.get(target, path, deadlineNanos);
    }

    /** Closes everything; exchanges in flight fail, and so does each later one. */
    @Override
    public void close() {
        stopped = true;
        open.values().forEach(OpenTarget::close);
        open.clear();
        replaced.forEach(OpenTarget::close);
        replaced.clear();
        context.close();
    }

    /** For other classes that have deadlines. */
    public Alarms alarms() {
        return context.alarms();
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

    private Stream<OpenTarget> replaced(String targetId) {
        return replaced.stream().filter(target -> target.isOf(targetId));
    }

    private OpenTarget replace(OpenTarget last, ServerTarget target) {
        if (last != null && last.serves(target)) {
            return last;
        }
        OpenTarget next = new OpenTarget(target, pool(target));
        if (last != null) {
            retire(last);
        }
        return next;
    }

    private void retire(OpenTarget last) {
        replaced.add(last);
        last.drain();
    }

    private TargetPool pool(ServerTarget target) {
        if (target.http()) {
            return new HttpPool(target, context);
        }
        return target.framing() instanceof Dialogue dialogue && dialogue.correlation() != null
                ? new SharedPool(target, context, System::nanoTime)
                : new TcpPool(target, context, System::nanoTime);
    }

    private void closeExpired() {
        open.values().forEach(OpenTarget::closeExpired);
        replaced.removeIf(OpenTarget::ended);
    }

    void refreshAddresses() {
        open.values().forEach(target -> target.pool().refreshAddresses());
    }

    private void forgetUnused() {
        open.forEach(
                (id, target) -> {
                    if (target.unused() && open.remove(id, target)) {
                        retire(target);
                    }
                });
    }
}
