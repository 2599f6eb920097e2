package io.hansa.proxy.permission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How much of their quotas the permissions have used, in this node's memory. Counting takes no lock
 * and asks no database, and is for many threads. Settling with the other nodes is for one thread
 * beside the requests; until then, what another node counted is not known here, so that the nodes
 * together may allow a few calls more.
 */
public final class Quotas {
    private final ConcurrentHashMap<String, QuotaUse> uses = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();
    private Iterator<Map.Entry<String, QuotaUse>> turn = Collections.emptyIterator();

    /** Calls that the database is to add. */
    record Charge(String permission, PeriodCount count, long calls) {}

    /** How many calls all nodes together counted for a permission in a day or month. */
    record Total(String permission, String period, long calls) {}

    /** Whether the permission has a quota and no call of it is left at that time. */
    public boolean usedUp(Permission permission, Instant at) {
        Quota quota = permission.quota();
        if (quota == null) {
            return false;
        }
        QuotaUse use = uses.get(permission.id());
        long second = at.getEpochSecond();
        return use != null
                && (use.used(Period.DAY, second) >= quota.perDay()
                        || use.used(Period.MONTH, second) >= quota.perMonth());
    }

    /**
     * Counts one call.
     *
     * @return false: the quota is used up, and the call is not counted
     */
    public boolean take(Permission permission, Instant now) {
        return permission.quota() == null
                || use(permission.id()).take(permission.quota(), now.getEpochSecond());
    }

    /** The figures of the permission's quota; empty where it has none. */
    public List<QuotaFigures> figures(Permission permission, Instant at) {
        List<QuotaFigures> figures = new ArrayList<>(2);
        for (Period period : permission.quota() == null ? new Period[0] : Period.values()) {
            long limit = permission.quota().limit(period);
            if (limit != Quota.UNLIMITED) {
                QuotaUse use = uses.get(permission.id());
                long used = use == null ? 0 : use.used(period, at.getEpochSecond());
                Instant until = Instant.ofEpochSecond(period.at(at.getEpochSecond()).until());
                figures.add(new QuotaFigures(period, limit, used, until));
            }
        }
        return figures;
    }

    /** A call was refused because a quota is used up. */
    public void countRefusal() {
        refused.increment();
    }

    /** How many calls were refused because a quota was used up, since the node started. */
    public long refused() {
        return refused.sum();
    }

    /** Some of the uses that the database does not have yet. The next run continues behind them. */
    List<Charge> unsettled(int max) {
        List<Charge> charges = new ArrayList<>();
        for (int looked = uses.size(); looked > 0 && charges.size() < max; looked--) {
            if (!turn.hasNext()) {
                turn = uses.entrySet().iterator();
            }
            if (turn.hasNext()) {
                Map.Entry<String, QuotaUse> next = turn.next();
                for (PeriodCount count : next.getValue().unsettled()) {
                    charges.add(new Charge(next.getKey(), count, count.unsettled()));
                }
            }
        }
        return charges;
    }

    void settled(List<Charge> charges) {
        charges.forEach(charge -> charge.count().settled(charge.calls()));
    }

    void told(List<Total> totals, Instant now) {
        for (Total total : totals) {
            use(total.permission()).told(total.period(), total.calls(), now.getEpochSecond());
        }
    }

    /** Forgets all permissions but these. */
    void keepOnly(Set<String> permissions) {
        uses.keySet().retainAll(permissions);
    }

    private QuotaUse use(String permission) {
        QuotaUse use = uses.get(permission);
        return use != null ? use : uses.computeIfAbsent(permission, id -> new QuotaUse());
    }
}
