package io.hansa.proxy.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.IdempotencyLimits;
import io.hansa.proxy.document.JsonBounds;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.document.JsonValues;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.EndToEndHeaders;
import io.hansa.proxy.message.ReplyHead;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.token.ManualClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept is there for every node, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class StoredRepliesTest {
    private static final RequestKey KEY = new RequestKey("account:shop", "k-1", "f");
    private static final Answer ANSWER =
            new Answer(new byte[] {0, 1, -1}, null, "shop-a/trade-1", List.of("a", "b"), null);

    private final ManualClock clock = new ManualClock();
    private final long due = clock.millis() + 2000;
    private final RegistryDatabase database;
    private final List<Throwable> failures = new ArrayList<>();
    private final KeptReplies here;
    private final KeptReplies elsewhere;

    StoredRepliesTest(SharedDatabase shared) {
        database = shared.get();
        database.empty();
        IdempotencyLimits limits = new IdempotencyLimits(60, 1 << 20, 1, 2, 3, 5);
        here = new StoredReplies(database::dataSource, failures::add, limits, clock);
        elsewhere = new StoredReplies(database::dataSource, failures::add, limits, clock);
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
    void statusAndHeadersComeBackToo() {
        EndToEndHeaders headers =
                new EndToEndHeaders.Builder()
                        .add("ETag", "\"v1\"")
                        .add("Set-Cookie", "a=1; Path=/")
                        .add("Set-Cookie", "b: 2")
                        .add("X-Empty", "")
                        .build();
        Answer created =
                new Answer(
                        new byte[1],
                        null,
                        "shop-a/trade-1",
                        List.of("a"),
                        null,
                        ReplyHead.of(201, headers));
        here.begin(KEY, "mine", due);
        here.keep(KEY, "mine", Outcome.of(created));

        Outcome outcome = elsewhere.begin(KEY, "theirs", due).orElseThrow().outcome();

        assertThat(outcome.answer()).usingRecursiveComparison().isEqualTo(created);
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyFailureComesBackWhole(ErrorCode code) {
        String deep = "[".repeat(JsonBounds.MAX_DEPTH) + "]".repeat(JsonBounds.MAX_DEPTH);
        Failure failure =
                Failure.of(code, Effect.UNKNOWN, "x".repeat(2000) + "\u0000\ud800 \u4ef7", null)
                        .with("serverStatus", 503)
                        .with("serverBody", JsonText.read("{\"e\":\"\u4ef7\",\"deep\":[1.50,1]}"))
                        .with("deep", JsonText.read(deep))
                        .with("path", List.of("a", "b"))
                        .with("retryAfterSeconds", 7L);
        here.begin(KEY, "mine", due);
        here.keep(KEY, "mine", Outcome.of(failure));

        Failure kept = elsewhere.begin(KEY, "theirs", due).orElseThrow().outcome().failure();

        assertThat(kept.code()).isEqualTo(code);
        assertThat(kept.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(kept).hasMessage(failure.getMessage());
        assertThat(members(kept)).isEqualTo(members(failure));
    }

    @Test
    void failureOfAnEarlierVersionIsRead() throws SQLException {
        here.begin(KEY, "mine", due);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update kept_reply set outcome = 'server-fault', detail = 'too late'");
        }

        Failure kept = here.begin(KEY, "again", due).orElseThrow().outcome().failure();

        assertThat(kept.code()).isEqualTo(ErrorCode.SERVER_FAULT);
        assertThat(kept).hasMessage("too late");
    }

    @Test
    void longContentTypeIsStoredUnchanged() {
        String type = "text/plain; note=\"" + "x".repeat(20_000) + "\"";
        here.begin(KEY, "mine", due);
        here.keep(
                KEY,
                "mine",
                Outcome.of(new Answer(new byte[1], type, "shop-a/trade-1", List.of("a"), null)));

        Answer answer = elsewhere.begin(KEY, "theirs", due).orElseThrow().outcome().answer();

        assertThat(answer.contentType()).isEqualTo(type);
    }

    @Test
    void aLongFailureCountsToTheCallersQuota() {
        begunAndAnswered("account:shop", "k-1", 1_000_000);
        RequestKey second = new RequestKey("account:shop", "k-2", "f");
        here.begin(second, "c", due);
        here.keep(
                second,
                "c",
                Outcome.of(
                        Failure.of(ErrorCode.SERVER_FAULT, Effect.UNKNOWN, "no", null)
                                .with("serverBody", "x".repeat(60_000))));

        assertThat(outcome("account:shop", "k-2").failure().code())
                .isEqualTo(ErrorCode.REPLY_NOT_KEPT);
    }

    private static Map<String, String> members(Failure failure) {
        Map<String, String> members = new TreeMap<>();
        failure.extensions()
                .forEach((name, value) -> members.put(name, JsonValues.of(value).toString()));
        return members;
    }

    @Test
    void tooLongReplyIsNotedWithoutItsBody() {
        here.begin(KEY, "mine", due);
        Answer tooLong =
                new Answer(new byte[(1 << 20) + 1], null, "shop-a/trade-1", List.of("a"), null);
        here.keep(KEY, "mine", Outcome.of(tooLong));

        assertThat(here.begin(KEY, "again", due).orElseThrow().outcome().failure().code())
                .isEqualTo(ErrorCode.REPLY_NOT_KEPT);
    }

    @Test
    void forgottenOrExpiredKeyMayBeginAgain() {
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
    void onlyExpiredKeysAreRemoved() {
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
    void manyExpiredKeysAreRemovedAtOnce() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                """
                                insert into kept_reply
                                (caller, idempotency_key, fingerprint, claim, answer_due, expires_at, holder)
                                values ('account:shop', ?, 'f', 'mine', 0, ?, 'account:shop')""")) {
            for (int i = 0; i < 2_500; i++) {
                insert.setString(1, "k-" + i);
                insert.setLong(2, clock.millis() + 1 + i % 2_000);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        clock.forward(Duration.ofSeconds(10));
        here.removeExpired();

        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from kept_reply")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void unavailableDatabaseFailsBeforeSending() {
        KeptReplies away =
                new StoredReplies(
                        JdbcDataSource::new,
                        failures::add,
                        new IdempotencyLimits(60, 100, 1, 2, 3, 5),
                        clock);

        Failure failure = catchThrowableOfType(Failure.class, () -> away.begin(KEY, "mine", due));

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure.getCause()).isInstanceOf(SQLException.class);
        assertThat(failures).containsExactly(failure.getCause());
    }

    @Test
    void replyBeyondTheCallersQuotaIsNotedOnly() {
        begunAndAnswered("account:shop", "k-1", 600_000);
        begunAndAnswered("account:shop", "k-2", 600_000);
        begunAndAnswered("account:other", "k-1", 600_000);

        assertThat(outcome("account:shop", "k-1").answer().data()).hasSize(600_000);
        assertThat(outcome("account:shop", "k-2").failure().code())
                .isEqualTo(ErrorCode.REPLY_NOT_KEPT);
        assertThat(outcome("account:other", "k-1").answer().data()).hasSize(600_000);
    }

    @Test
    void peersQuotaCountsAllItsAccounts() {
        begunAndAnswered("peer:p for a", "k-1", 600_000);
        begunAndAnswered("peer:p for b", "k-1", 600_000);

        assertThat(outcome("peer:p for b", "k-1").failure().code())
                .isEqualTo(ErrorCode.REPLY_NOT_KEPT);
    }

    @Test
    void nothingIsKeptBeyondTheTotalQuota() {
        begunAndAnswered("account:a", "k-1", 1_000_000);
        begunAndAnswered("account:b", "k-1", 1_000_000);
        begunAndAnswered("account:c", "k-1", 1_000_000);

        assertThat(outcome("account:c", "k-1").failure().code())
                .isEqualTo(ErrorCode.REPLY_NOT_KEPT);
    }

    @Test
    void callerWithoutFreeKeysIsRefusedExceptRepeats() {
        for (int number = 1; number <= 3; number++) {
            begunAndAnswered("account:shop", "k-" + number, 1);
        }

        Failure refused =
                catchThrowableOfType(
                        Failure.class,
                        () -> here.begin(new RequestKey("account:shop", "k-4", "f"), "c", due));

        assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(refused.effect()).isEqualTo(Effect.NONE);
        assertThat(refused.extensions()).containsKey("retryAfterSeconds");
        assertThat(outcome("account:shop", "k-3").answer()).isNotNull();
        assertThat(here.begin(new RequestKey("account:other", "k-4", "f"), "c", due)).isEmpty();
    }

    @Test
    void nextCountIncludesOtherNodesAndDropsExpired() {
        begunAndAnswered("account:shop", "k-1", 600_000);
        elsewhere.removeExpired();
        RequestKey second = new RequestKey("account:shop", "k-2", "f");
        elsewhere.begin(second, "c", due);
        elsewhere.keep(second, "c", Outcome.of(answer(600_000)));
        assertThat(outcome("account:shop", "k-2").failure()).isNotNull();

        clock.forward(Duration.ofSeconds(61));
        elsewhere.removeExpired();
        elsewhere.begin(second, "c", clock.millis() + 1);
        elsewhere.keep(second, "c", Outcome.of(answer(600_000)));
        assertThat(outcome("account:shop", "k-2").answer()).isNotNull();
    }

    private void begunAndAnswered(String caller, String name, int bytes) {
        RequestKey key = new RequestKey(caller, name, "f");
        here.begin(key, "c", due);
        here.keep(key, "c", Outcome.of(answer(bytes)));
    }

    private Outcome outcome(String caller, String name) {
        return here.begin(new RequestKey(caller, name, "f"), "again", due).orElseThrow().outcome();
    }

    private static Answer answer(int bytes) {
        return new Answer(new byte[bytes], null, "shop-a/trade-1", List.of("a"), null);
    }
}
