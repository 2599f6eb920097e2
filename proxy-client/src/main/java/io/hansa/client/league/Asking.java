package io.hansa.client.league;

import io.hansa.client.listener.ClientListener.ProxyChange.State;
import io.hansa.client.transport.CallFailure;
import io.hansa.client.transport.Transport.Told;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks proxies for their capability information, each at most once at a time. For an ejected proxy
 * the question is its one probe.
 */
final class Asking {
    private static final double JITTER = 0.2;

    private final League league;
    private final LeagueSettings settings;
    private final Changes changes;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    Asking(League league, LeagueSettings settings, Changes changes) {
        this.league = league;
        this.settings = settings;
        this.changes = changes;
    }

    CompletableFuture<Void> ready() {
        return ready;
    }

    void askThoseDue(Member[] members) {
        long now = settings.clock().getAsLong();
        boolean allAsked = members.length > 0;
        for (Member member : members) {
            if (member.askAt - now <= 0 && member.asking.compareAndSet(false, true)) {
                ask(member, now);
            }
            allAsked &= member.health.get().failures() > 0;
        }
        if (allAsked) {
            ready.complete(null);
        }
    }

    private void ask(Member member, long now) {
        member.askedAt = now;
        Member.Known known = member.known();
        member.transport()
                .information(known == null ? null : known.tag(), settings.patience())
                .whenComplete((told, failure) -> heard(member, told, failure));
    }

    private void heard(Member member, Told told, Throwable failure) {
        long now = settings.clock().getAsLong();
        try {
            if (failure != null) {
                league.eject(member, reason(failure), now);
            } else {
                told(member, told, now);
            }
        } finally {
            member.asking.set(false);
        }
    }

    private void told(Member member, Told told, long now) {
        Member.Known before = member.known();
        if (told.information() != null) {
            member.told(new Member.Known(told.information(), told.tag(), now));
        } else if (before != null) {
            member.told(new Member.Known(before.information(), before.tag(), now));
        }
        member.askAt = now + spread(settings.refresh());
        Health health = member.health.get();
        boolean slowly = health.state() == State.EJECTED || before == null && member.late();
        league.returned(member, health, slowly);
        ready.complete(null);
    }

    /** Many clients that started together must not ask together. */
    private static long spread(Duration interval) {
        double factor = 1 - JITTER + 2 * JITTER * ThreadLocalRandom.current().nextDouble();
        return (long) (interval.toNanos() * factor);
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        return cause instanceof CallFailure known ? known.getMessage() : cause.toString();
    }
}
