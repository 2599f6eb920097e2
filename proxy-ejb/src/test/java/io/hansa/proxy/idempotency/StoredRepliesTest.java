package io.hansa.proxy.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.IdempotencyLimits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.token.ManualClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept is there for every node, whatever the database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class StoredRepliesTest {
    private static final RequestKey KEY = new RequestKey("account:shop", "k-1", "f");
    private static final Answer ANSWER =
            new Answer(new byte[] {0, 1, -1}, null, "shop-a/trade-1", List.of("a", "b"), null);

    private final ManualClock clock = new ManualClock();
    private final long due = clock.millis() + 2000;
    private final KeptReplies here;
    private final KeptReplies elsewhere;

    StoredRepliesTest(SharedDatabase shared) {
        RegistryDatabase database = shared.get();
        database.empty();
        IdempotencyLimits limits = new IdempotencyLimits(60, 100);
        here = new StoredReplies(database::dataSource, limits, clock);
        elsewhere = new StoredReplies(database::dataSource, limits, clock);
    }

    @Test
    void theFirstIsFirstOnAllNodes() {
        assertThat(here.begin(KEY, "mine", due)).isEmpty();

        assertThat(elsewhere.begin(KEY, "theirs", due))
                .contains(new FirstRequest("f", "mine", due, null));
    }

    @Test
    void anAnswerComesBackAsItWas() {
        here.begin(KEY, "mine", due);
        here.keep(KEY, "mine", Outcome.of(ANSWER));

        Outcome outcome = elsewhere.begin(KEY, "theirs", due).orElseThrow().outcome();

        assertThat(outcome.answer()).usingRecursiveComparison().isEqualTo(ANSWER);
    }

    @Test
    void aFailureComesBackAsItWas() {
        here.begin(KEY, "mine", due);
        here.keep(
                KEY,
                "mine",
                Outcome.of(
                        Failure.of(ErrorCode.DEADLINE_EXCEEDED, Effect.UNKNOWN, "too late", null)));

        Failure failure = elsewhere.begin(KEY, "theirs", due).orElseThrow().outcome().failure();

        assertThat(failure.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(failure).hasMessage("too late");
    }

    @Test
    void ofATooLongAnswerItIsKnownThatThereWasOne() {
        here.begin(KEY, "mine", due);
        Answer tooLong = new Answer(new byte[101], null, "shop-a/trade-1", List.of("a"), null);
        here.keep(KEY, "mine", Outcome.of(tooLong));

        assertThat(here.begin(KEY, "again", due).orElseThrow().outcome().failure().code())
                .isEqualTo(ErrorCode.REPLY_NOT_KEPT);
    }

    @Test
    void whatIsForgottenOrExpiredMayBeginAnew() {
        here.begin(KEY, "mine", due);
        here.forget(KEY, "somebody else's");
        assertThat(here.begin(KEY, "again", due)).isPresent();
        here.forget(KEY, "mine");
        assertThat(here.begin(KEY, "again", due)).isEmpty();
        clock.forward(Duration.ofSeconds(61));
        assertThat(here.begin(KEY, "later", clock.millis() + 1)).isEmpty();
    }

    @Test
    void onlyOneTakesOver() {
        here.begin(KEY, "dead", due);

        assertThat(here.takeOver(KEY, "dead", "mine", due)).isTrue();
        assertThat(elsewhere.takeOver(KEY, "dead", "theirs", due)).isFalse();
    }

    @Test
    void whatIsExpiredIsRemovedAndNothingElse() {
        here.begin(KEY, "mine", due);
        clock.forward(Duration.ofSeconds(30));
        here.begin(new RequestKey("account:shop", "k-2", "f"), "mine", due);
        clock.forward(Duration.ofSeconds(31));
        here.removeExpired();

        assertThat(here.begin(KEY, "again", due)).isEmpty();
        assertThat(here.begin(new RequestKey("account:shop", "k-2", "f"), "again", due))
                .isPresent();
    }

    @Test
    void aDatabaseThatIsAwayIsToldAndNothingWasSent() {
        KeptReplies away =
                new StoredReplies(JdbcDataSource::new, new IdempotencyLimits(60, 100), clock);

        Failure failure = catchThrowableOfType(Failure.class, () -> away.begin(KEY, "mine", due));

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure.getCause()).isInstanceOf(SQLException.class);
    }
}
