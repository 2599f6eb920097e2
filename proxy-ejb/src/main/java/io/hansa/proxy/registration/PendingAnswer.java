package io.hansa.proxy.registration;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import java.util.List;

/** The answer that a business server's reply is read as. */
final class PendingAnswer extends PendingReply<Answer, Failure> {
    private final String serverId;
    private final PendingReply<ServerReply, ExchangeException> exchange;
    private final ServerAnswers answers;
    private final List<String> path;
    private final long deadlineNanos;

    PendingAnswer(
            String serverId,
            PendingReply<ServerReply, ExchangeException> exchange,
            ServerAnswers answers,
            List<String> path,
            long deadlineNanos) {
        this.serverId = serverId;
        this.exchange = exchange;
        this.answers = answers;
        this.path = path;
        this.deadlineNanos = deadlineNanos;
    }

    @Override
    protected Answer attempt(long nanos) {
        try {
            ServerReply reply = exchange.await(nanos);
            return reply == null ? null : answers.of(reply, path, deadlineNanos);
        } catch (ExchangeException failed) {
            throw ExchangeFailureText.failure(serverId, failed);
        }
    }

    @Override
    protected void abandon() {
        exchange.close();
        if (exchange.hasEnded()) {
            endAsExchange();
        }
    }

    private void endAsExchange() {
        try {
            end(answers.of(exchange.result(), path, deadlineNanos), null);
        } catch (ExchangeException failed) {
            end(null, ExchangeFailureText.failure(serverId, failed));
        } catch (RuntimeException | Error failure) {
            end(null, failure);
        }
    }
}
