package io.hansa.proxy.idempotency;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.IdempotencyLimits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** In the registry's database, by plain SQL that H2 and PostgreSQL share. */
final class StoredReplies implements KeptReplies {
    private static final String DUPLICATE = "23505";
    private static final String DONE = "answered";
    private static final int LONGEST_DETAIL = 1000;
    private static final int LONGEST_CONTENT_TYPE = 1000;
    private static final int LONGEST_PATH = 4000;

    private final Supplier<DataSource> dataSource;
    private final IdempotencyLimits limits;
    private final Clock clock;
    private final ReplyQuota quota;

    StoredReplies(Supplier<DataSource> dataSource, IdempotencyLimits limits, Clock clock) {
        this.dataSource = dataSource;
        this.limits = limits;
        this.clock = clock;
        this.quota = new ReplyQuota(limits);
    }

    /** One statement with its values; {@link #run} and {@link #find} say what is done with it. */
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
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
            run(
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
        return run(
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
        Outcome kept = fits(key, outcome.answer()) ? outcome : Outcome.notKept();
        Answer answer = kept.answer();
        Failure failure = kept.failure();
        run(
                """
                update kept_reply
                set outcome = ?, detail = ?, content_type = ?, path = ?, server = ?, data = ?, bytes = ?
                where caller = ? and idempotency_key = ? and claim = ?""",
                answer != null ? DONE : failure.code().code(),
                answer != null ? null : shortened(failure.getMessage()),
                answer == null ? null : answer.contentType(),
                answer == null ? null : String.join(",", answer.path()),
                answer == null ? null : answer.server(),
                answer == null ? null : answer.data(),
                answer == null ? 0L : answer.data().length,
                key.caller(),
                key.key(),
                claim);
    }

    @Override
    public void forget(RequestKey key, String claim) {
        int forgotten =
                run(
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
        run("delete from kept_reply where expires_at <= ?", clock.millis());
        quota.counted(
                on(
                        "select holder, count(*), sum(bytes) from kept_reply group by holder",
                        StoredReplies::counts));
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
        return on(
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
        return on(
                """
                select fingerprint, claim, answer_due, outcome, detail, content_type, path, server, data
                from kept_reply where caller = ? and idempotency_key = ? and expires_at > ?""",
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
                outcome(row));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        String code = row.getString("outcome");
        if (code == null) {
            return null;
        }
        return code.equals(DONE)
                ? Outcome.of(
                        new Answer(
                                row.getBytes("data"),
                                row.getString("content_type"),
                                row.getString("server"),
                                List.of(row.getString("path").split(",")),
                                null))
                : Outcome.of(
                        Failure.of(
                                ErrorCode.ofCode(code).orElse(ErrorCode.REPLY_NOT_KEPT),
                                Effect.UNKNOWN,
                                row.getString("detail"),
                                null));
    }

    private boolean fits(RequestKey key, Answer answer) {
        return answer == null
                || hasAKeptForm(answer) && quota.takes(key.holder(), answer.data().length);
    }

    private boolean hasAKeptForm(Answer answer) {
        return answer.data().length <= limits.maxReplyBytes()
                && (answer.contentType() == null
                        || answer.contentType().length() <= LONGEST_CONTENT_TYPE)
                && String.join(",", answer.path()).length() <= LONGEST_PATH;
    }

    private static String shortened(String detail) {
        String text = String.valueOf(detail);
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
    }

    private long expiry(long answerDue) {
        return Math.max(answerDue, clock.millis() + limits.keepSeconds() * 1000L);
    }

    private int run(String sql, Object... values) {
        return on(sql, PreparedStatement::executeUpdate, values);
    }

    private <T> T on(String sql, Work<T> work, Object... values) {
        try (Connection connection = dataSource.get().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof byte[] bytes) {
                    statement.setBytes(i + 1, bytes);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            return work.on(statement);
        } catch (SQLException failed) {
            throw Failure.of(
                    ErrorCode.INTERNAL_ERROR,
                    Effect.NONE,
                    "The database that keeps replies to idempotency keys cannot be asked; try again"
                            + " later.",
                    failed);
        }
    }
}
