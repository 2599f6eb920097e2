package io.hansa.proxy.idempotency;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.ReplyHead;
import io.hansa.proxy.routing.Answer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** An outcome as columns of a row, and back. */
final class OutcomeColumns {
    /** The columns that {@link #values} gives, in its order. */
    static final String SET =
            "outcome = ?, content_type = ?, path = ?, server = ?, data = ?, failure = ?, bytes = ?,"
                    + " status = ?, headers = ?";

    /** The columns that {@link #read} needs. */
    static final String SELECT =
            "outcome, detail, content_type, path, server, data, failure, status, headers";

    private static final String DONE = "answered";

    private final Object[] values;
    private final long bytes;

    private OutcomeColumns(long bytes, Object... values) {
        this.bytes = bytes;
        this.values = values;
    }

    static OutcomeColumns of(Outcome outcome) {
        return outcome.answer() == null ? of(outcome.failure()) : of(outcome.answer());
    }

    private static OutcomeColumns of(Failure failure) {
        String text = FailureText.of(failure);
        long bytes = text.length();
        return new OutcomeColumns(
                bytes, failure.code().code(), null, null, null, null, text, bytes, null, null);
    }

    private static OutcomeColumns of(Answer answer) {
        String headers = HeaderLines.of(answer.head().headers());
        long bytes = answer.data().length + length(answer.contentType()) + length(headers);
        return new OutcomeColumns(
                bytes,
                DONE,
                answer.contentType(),
                String.join(",", answer.path()),
                answer.server(),
                answer.data(),
                null,
                bytes,
                answer.head().status(),
                headers);
    }

    /** For {@link #SET}. */
    Object[] values() {
        return values;
    }

    /** What it counts to the caller's quota: all of it whose length a server decides. */
    long bytes() {
        return bytes;
    }

    /** Null where the row has no outcome yet. */
    static Outcome read(ResultSet row) throws SQLException {
        String code = row.getString("outcome");
        if (code == null) {
            return null;
        }
        return code.equals(DONE) ? Outcome.of(answer(row)) : Outcome.of(failure(code, row));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getBytes("data"),
                row.getString("content_type"),
                row.getString("server"),
                List.of(row.getString("path").split(",")),
                null,
                head(row));
    }

    /** Rows of versions before status and headers were kept have neither. */
    private static ReplyHead head(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        return row.wasNull()
                ? ReplyHead.OK
                : ReplyHead.of(status, HeaderLines.read(row.getString("headers")));
    }

    private static Failure failure(String code, ResultSet row) throws SQLException {
        String text = row.getString("failure");
        return text != null
                ? FailureText.read(code, text)
                : Failure.of(
                        ErrorCode.ofCode(code).orElse(ErrorCode.REPLY_NOT_KEPT),
                        Effect.UNKNOWN,
                        row.getString("detail"),
                        null);
    }

    private static int length(String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
