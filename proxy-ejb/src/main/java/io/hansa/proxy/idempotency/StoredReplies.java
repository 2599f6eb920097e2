package io.hansa.proxy.idempotency;

import io.hansa.proxy.configuration.IdempotencyLimits;
import io.hansa.proxy.failure.FailedChanges;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** In the registry's database, by plain SQL that H2 and PostgreSQL share. */
final class StoredReplies implements KeptReplies {
    private static final String DUPLICATE = "23505";

    private final Statements statements;
    private final IdempotencyLimits limits;
    private final Clock clock;
    private final ReplyQuota quota;

    /**
     * @param failures told of each statement that failed
     */
    StoredReplies(
            Supplier<DataSource> dataSource,
            FailedChanges failures,
            IdempotencyLimits limits,
            Clock clock) {
        this.statements = new Statements(dataSource, failures);
        this.limits = limits;
        this.clock = clock;
        this.quota = new ReplyQuota(limits);
    }

    @Override
    public Optional<FirstRequest> begin(RequestKey key, String claim, long answerDue) {
        if (!quota.hasRoom(key.holder())) {
            return Optional.of(find(key).orElseThrow(quota::full));
        }
        while (!insert(key, claim, answerDue)) {
            Optional<FirstRequest> first = find(key);
            if (first.isPresent()) {
                return first;
            }
            statements.run(
                    "delete from kept_reply where caller = ? and idempotency_key = ? and expires_at <= ?",
                    key.caller(),
                    key.key(),
                    clock.millis());
        }
        quota.began(key.holder());
        return Optional.empty();
    }

    @Override
    public boolean takeOver(RequestKey key, String from, String claim, long answerDue) {
        return statements.run(
                        """
                        update kept_reply set claim = ?, answer_due = ?, expires_at = ?
                        where caller = ? and idempotency_key = ? and claim = ? and outcome is null""",
                        claim,
                        answerDue,
                        expiry(answerDue),
                        key.caller(),
                        key.key(),
                        from)
                == 1;
    }

    @Override
    public void keep(RequestKey key, String claim, Outcome outcome) {
        OutcomeColumns columns = OutcomeColumns.of(outcome);
        if (!fits(key, outcome, columns)) {
            columns = OutcomeColumns.of(Outcome.notKept());
        }
        List<Object> values = new ArrayList<>(Arrays.asList(columns.values()));
        values.addAll(List.of(key.caller(), key.key(), claim));
        statements.run(
                "update kept_reply set "
                        + OutcomeColumns.SET
                        + " where caller = ? and idempotency_key = ? and claim = ?"
                        + " and outcome is null",
                values.toArray());
    }

    @Override
    public void forget(RequestKey key, String claim) {
        int forgotten =
                statements.run(
                        "delete from kept_reply where caller = ? and idempotency_key = ? and claim = ?",
                        key.caller(),
                        key.key(),
                        claim);
        if (forgotten == 1) {
            quota.forgotten(key.holder());
        }
    }

    @Override
    public void removeExpired() {
        removeExpired(clock.millis());
        quota.counted(
                statements.on(
                        "select holder, count(*), sum(bytes) from kept_reply group by holder",
                        StoredReplies::counts));
    }

    /** Some at a time: a long transaction would hold back the requests that meet it. */
    private void removeExpired(long now) {
        Optional<Long> some = expiryOfSome(now);
        while (some.isPresent()) {
            statements.run("delete from kept_reply where expires_at <= ?", some.get());
            some = expiryOfSome(now);
        }
    }

    /** When the last of the first rows expired; empty where none has. */
    private Optional<Long> expiryOfSome(long now) {
        return statements.on(
                """
                select max(expires_at) from (select expires_at from kept_reply where expires_at <= ?
                order by expires_at fetch first 1000 rows only) expired""",
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        long last = rows.next() ? rows.getLong(1) : 0;
                        return last == 0 ? Optional.empty() : Optional.of(last);
                    }
                },
                now);
    }

    private static Map<String, ReplyQuota.Count> counts(PreparedStatement statement)
            throws SQLException {
        Map<String, ReplyQuota.Count> counts = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                counts.put(
                        rows.getString(1), new ReplyQuota.Count(rows.getLong(2), rows.getLong(3)));
            }
        }
        return counts;
    }

    private boolean insert(RequestKey key, String claim, long answerDue) {
        return statements.on(
                """
                insert into kept_reply
                (caller, idempotency_key, fingerprint, claim, answer_due, expires_at, holder)
                values (?, ?, ?, ?, ?, ?, ?)""",
                statement -> {
                    try {
                        return statement.executeUpdate() == 1;
                    } catch (SQLException refused) {
                        if (DUPLICATE.equals(refused.getSQLState())) {
                            return false;
                        }
                        throw refused;
                    }
                },
                key.caller(),
                key.key(),
                key.fingerprint(),
                claim,
                answerDue,
                expiry(answerDue),
                key.holder());
    }

    private Optional<FirstRequest> find(RequestKey key) {
        return statements.on(
                "select fingerprint, claim, answer_due, "
                        + OutcomeColumns.SELECT
                        + " from kept_reply"
                        + " where caller = ? and idempotency_key = ? and expires_at > ?",
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next() ? Optional.of(first(rows)) : Optional.empty();
                    }
                },
                key.caller(),
                key.key(),
                clock.millis());
    }

    private static FirstRequest first(ResultSet row) throws SQLException {
        return new FirstRequest(
                row.getString("fingerprint"),
                row.getString("claim"),
                row.getLong("answer_due"),
                OutcomeColumns.read(row));
    }

    private boolean fits(RequestKey key, Outcome outcome, OutcomeColumns columns) {
        return (outcome.answer() == null
                        || outcome.answer().data().length <= limits.maxReplyBytes())
                && quota.takes(key.holder(), columns.bytes());
    }

    private long expiry(long answerDue) {
        return Math.max(answerDue, clock.millis() + limits.keepSeconds() * 1000L);
    }
}
