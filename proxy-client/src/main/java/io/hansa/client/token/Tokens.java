package io.hansa.client.token;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.client.league.Member;
import io.hansa.client.transport.CallFailure;
import io.hansa.client.transport.Transport.Token;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Tokens of an account, one for each proxy, because a proxy accepts only its own. A token is
 * fetched once, however many threads wait for it, and renewed before it ends, while the old one is
 * used.
 */
public final class Tokens implements Authorizer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final double RENEWED_AFTER = 0.75;
    private static final double SPREAD = 0.1;

    private final String basic;
    private final LongSupplier clock;
    private final ConcurrentHashMap<String, Kept> tokens = new ConcurrentHashMap<>();

    /** A token that is being fetched, or is there. */
    private static final class Kept {
        private final CompletableFuture<String> header = new CompletableFuture<>();
        private final AtomicBoolean renewing = new AtomicBoolean();
        private volatile long renewAt = Long.MAX_VALUE;
        private volatile long endsAt = Long.MAX_VALUE;
    }

    /**
     * @param clock in nanoseconds
     */
    public Tokens(String account, String password, LongSupplier clock) {
        this.basic = Authorizer.basicHeader(account, password);
        this.clock = clock;
    }

    @Override
    public CompletableFuture<String> header(Member proxy) {
        String name = proxy.name();
        Kept kept = tokens.get(name);
        long now = clock.getAsLong();
        if (kept == null || kept.header.isDone() && kept.endsAt - now <= 0) {
            return replaced(proxy, kept);
        }
        if (kept.header.isDone()
                && kept.renewAt - now <= 0
                && kept.renewing.compareAndSet(false, true)) {
            renew(proxy, kept);
        }
        return kept.header;
    }

    /** One thread fetches; all others wait for the same token. */
    private CompletableFuture<String> replaced(Member proxy, Kept old) {
        Kept fresh = new Kept();
        Kept winner =
                tokens.compute(proxy.name(), (name, current) -> current == old ? fresh : current);
        if (winner == fresh) {
            fetch(proxy, fresh);
        }
        return winner == null ? replaced(proxy, null) : winner.header;
    }

    /** Until the new token is there, the old one is used; where none comes, it is tried again. */
    private void renew(Member proxy, Kept old) {
        Kept fresh = new Kept();
        fresh.header.whenComplete(
                (header, failure) -> {
                    if (failure == null) {
                        tokens.replace(proxy.name(), old, fresh);
                    } else {
                        old.renewAt = clock.getAsLong() + Duration.ofSeconds(1).toNanos();
                        old.renewing.set(false);
                    }
                });
        fetch(proxy, fresh);
    }

    private void fetch(Member proxy, Kept fresh) {
        proxy.transport()
                .token(basic, PATIENCE)
                .whenComplete(
                        (token, failure) -> {
                            if (failure == null) {
                                keep(fresh, token);
                            } else {
                                tokens.remove(proxy.name(), fresh);
                                fresh.header.completeExceptionally(notSent(failure));
                            }
                        });
    }

    private void keep(Kept fresh, Token token) {
        long now = clock.getAsLong();
        double part = RENEWED_AFTER + SPREAD * ThreadLocalRandom.current().nextDouble();
        fresh.renewAt = now + (long) (token.lifetime().toNanos() * part);
        fresh.endsAt = now + token.lifetime().toNanos();
        fresh.header.complete("Bearer " + token.value());
    }

    /** Whatever became of the fetch, no business server saw a request. */
    private static CallFailure notSent(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause instanceof CallFailure known && known.safe()) {
            return known;
        }
        CallFailure.Origin origin =
                cause instanceof CallFailure known ? known.origin() : CallFailure.Origin.BROKEN;
        return CallFailure.of(
                origin,
                ErrorCode.PEER_UNREACHABLE,
                Effect.NONE,
                "no token was issued: " + cause.getMessage(),
                cause);
    }

    @Override
    public boolean refused(Member proxy, String header) {
        Kept kept = tokens.get(proxy.name());
        if (kept != null && header.equals(kept.header.getNow(null))) {
            tokens.remove(proxy.name(), kept);
        }
        return true;
    }
}
