package io.hansa.proxy.registration;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Business servers and peers that answer as they are told, and everything that was sent to them.
 */
public final class RecordingExchanges implements Exchanges {
    /** What one target does with a request. */
    @FunctionalInterface
    public interface Answering {
        ServerReply answer(ServerRequest request) throws ExchangeException;
    }

    /** One request that reached a target. */
    public record Sent(ServerTarget target, ServerRequest request) {
        public String text() {
            return new String(request.payload(), StandardCharsets.UTF_8);
        }
    }

    private final Map<String, Answering> answers = new ConcurrentHashMap<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private static final long NOT_BEGUN = -1;
    private volatile long answersAfterNanos = NOT_BEGUN;
    private volatile boolean forgetful;
    private volatile Runnable whenClosed = () -> {};
    private volatile Exchanges real;

    public RecordingExchanges answers(String target, Answering answering) {
        answers.put(target, answering);
        return this;
    }

    public RecordingExchanges answers(String target, String text) {
        return answers(target, request -> reply(text));
    }

    public RecordingExchanges fails(String target, ExchangeException.Kind kind, boolean sent) {
        return answers(
                target,
                request -> {
                    throw new ExchangeException(kind, sent, target + " fails: " + kind);
                });
    }

    public static ServerReply reply(String text) {
        return reply(200, "text/plain", Map.of(), text);
    }

    public static ServerReply reply(
            int status, String contentType, Map<String, String> headers, String text) {
        return new ServerReply(status, contentType, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    /** From now on requests travel through these. */
    public void through(Exchanges exchanges) {
        real = exchanges;
    }

    /** What is done whenever a reply is closed before it has ended. */
    public void whenClosed(Runnable action) {
        whenClosed = action;
    }

    /** Nothing that is sent is remembered: for a great many requests. */
    public RecordingExchanges forgetful() {
        forgetful = true;
        return this;
    }

    /**
     * From now on what is sent arrives at once, and its reply is there only for those who wait to
     * the end.
     */
    public void answerLater() {
        answersAfterNanos = PendingReply.TO_THE_END;
    }

    /** From now on what is sent arrives at once, and so does its reply. */
    public void answerAtOnce() {
        answersAfterNanos = 0;
    }

    @Override
    public PendingReply<ServerReply, ExchangeException> begin(
            ServerTarget target, ServerRequest request) throws ExchangeException {
        if (real != null) {
            remember(target, request);
            return real.begin(target, request);
        }
        long afterNanos = answersAfterNanos;
        if (afterNanos != NOT_BEGUN) {
            remember(target, request);
        }
        return new PendingReply<>() {
            private volatile boolean begun;

            @Override
            protected ServerReply attempt(long nanos) throws ExchangeException {
                if (afterNanos == NOT_BEGUN && nanos == TO_THE_END) {
                    begun = true;
                    remember(target, request);
                } else if (afterNanos == NOT_BEGUN || nanos < afterNanos) {
                    return null;
                }
                return answer(target, request);
            }

            @Override
            protected void abandon() {
                whenClosed.run();
                if (begun) {
                    return;
                }
                boolean late = request.deadlineNanos() - System.nanoTime() <= 0;
                end(
                        null,
                        new ExchangeException(
                                late
                                        ? ExchangeException.Kind.TIMEOUT
                                        : ExchangeException.Kind.ABANDONED,
                                afterNanos != NOT_BEGUN,
                                target.id() + " was closed"));
            }
        };
    }

    private ServerReply answer(ServerTarget target, ServerRequest request)
            throws ExchangeException {
        Answering answering = answers.get(target.id());
        if (answering == null) {
            throw new IllegalStateException("Tell what " + target.id() + " answers.");
        }
        return answering.answer(request);
    }

    private void remember(ServerTarget target, ServerRequest request) {
        if (!forgetful) {
            sent.add(new Sent(target, request));
        }
    }

    public List<Sent> sent() {
        return sent;
    }

    /** The ids of the targets that were reached, in order. */
    public List<String> targets() {
        return sent.stream().map(s -> s.target().id()).toList();
    }
}
