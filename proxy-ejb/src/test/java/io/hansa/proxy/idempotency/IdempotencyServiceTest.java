package io.hansa.proxy.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.DatabaseCalls;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.token.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Where the outcome cannot be stored, repeats do not wait for it. */
class IdempotencyServiceTest {
    private static final RequestKey KEY = new RequestKey("account:shop", "k-1", "f");
    private static final Outcome ANSWERED =
            Outcome.of(new Answer(new byte[] {1}, null, "shop-a/trade-1", List.of("a"), null));

    private final RepliesInMemory replies = new RepliesInMemory();
    private final ManualClock clock = new ManualClock();
    private final IdempotencyService here = new IdempotencyService(replies, clock);
    private final IdempotencyService elsewhere = new IdempotencyService(replies, clock);

    @Test
    void repeatsOfAnUnstoredOutcomeFailAtOnce() {
        notStored();

        assertThat(first(here).outcome().failure().code()).isEqualTo(ErrorCode.REPLY_NOT_KEPT);
        assertThat(first(here).outcome().failure().effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void otherNodesSeeTheOutcomeOnceStored() {
        notStored();
        replies.full(false);
        here.maintain();

        assertThat(first(elsewhere).outcome().failure().code()).isEqualTo(ErrorCode.REPLY_NOT_KEPT);
    }

    @Test
    void aRepeatIsTheFirstWhereForgettingFailed() {
        String claim = first(here).claim();
        replies.full(true);
        assertThatThrownBy(() -> here.forget(KEY, claim)).isInstanceOf(Failure.class);

        String second = first(here).claim();
        replies.full(false);
        here.keep(KEY, second, ANSWERED);
        here.maintain();

        assertThat(first(elsewhere).outcome()).isEqualTo(ANSWERED);
    }

    /** As a connection does whose statement the database carries out after it was frozen. */
    @Test
    void beginningThatComesLateIsForgotten() {
        AtomicBoolean frozen = new AtomicBoolean(true);
        List<Runnable> late = new ArrayList<>();
        IdempotencyService service =
                new IdempotencyService(
                        replies,
                        clock,
                        new DatabaseCalls() {
                            @Override
                            public <T> T call(long patience, Supplier<T> work, Runnable abandoned) {
                                if (!frozen.get()) {
                                    return work.get();
                                }
                                late.add(work::get);
                                abandoned.run();
                                throw Failure.of(ErrorCode.REGISTRY_UNAVAILABLE, "away");
                            }
                        });
        assertThatThrownBy(() -> first(service)).hasMessage("away");
        frozen.set(false);

        service.record();
        late.forEach(Runnable::run);

        assertThat(replies.unanswered()).isEqualTo(1);
        assertThat(first(service).claim()).isNotNull();
    }

    private void notStored() {
        String claim = first(here).claim();
        replies.full(true);
        assertThatThrownBy(() -> here.keep(KEY, claim, ANSWERED)).isInstanceOf(Failure.class);
    }

    /** Within a fraction of the deadline. */
    private static IdempotencyService.Verdict first(IdempotencyService service) {
        long deadline = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        return assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> service.first(KEY, false, deadline));
    }
}
