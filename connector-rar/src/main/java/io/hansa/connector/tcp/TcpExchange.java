package io.hansa.connector.tcp;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerExchange;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetFailures;
import io.hansa.connector.text.Transcoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A request on a channel of its own, until its reply is whole or the channel broken. For one thread
 * at a time.
 */
final class TcpExchange implements ServerExchange {

    private static final int STATUS = 200;

    private final ServerTarget target;
    private final Transcoder transcoder;
    private final ServerRequest request;
    private final PooledChannel pooled;
    private final Consumer<TcpExchange> atTheEnd;
    private boolean whole;

    /**
     * @param atTheEnd called once, with the exchange that tells whether its channel may be used
     *     again
     */
    TcpExchange(
            ServerTarget target,
            Transcoder transcoder,
            ServerRequest request,
            PooledChannel pooled,
            Consumer<TcpExchange> atTheEnd) {
        this.target = target;
        this.transcoder = transcoder;
        this.request = request;
        this.pooled = pooled;
        this.atTheEnd = atTheEnd;
    }

    PooledChannel pooled() {
        return pooled;
    }

    boolean reusable() {
        return whole && pooled.channel().reusable();
    }

    /** Sends the frame, or as much of it as the network takes at once. */
    void begin(ByteBuffer[] frame, FrameCodec codec) throws ExchangeException {
        pooled.history().begin(request);
        attempt(
                () -> {
                    pooled.channel().begin(frame, codec, codec.decoder(target.maxReplyBytes()));
                    return null;
                });
    }

    @Override
    public ServerReply await(long nanos) throws ExchangeException {
        return attempt(() -> reply(nanos));
    }

    private ServerReply reply(long nanos) throws IOException, FramingException {
        byte[] reply = pooled.channel().await(new Deadline(request.deadlineNanos()), nanos);
        if (reply == null) {
            return null;
        }
        byte[] payload = transcoder.incoming(reply, request.contentType());
        whole = true;
        return new ServerReply(STATUS, request.contentType(), Map.of(), payload, reply);
    }

    private interface Attempt {
        ServerReply run() throws IOException, FramingException;
    }

    private ServerReply attempt(Attempt attempt) throws ExchangeException {
        boolean over = true;
        try {
            ServerReply reply = attempt.run();
            over = reply != null;
            return reply;
        } catch (CharacterCodingException e) {
            throw TargetFailures.misread(target, e);
        } catch (FramingException | HalfReplyException e) {
            throw TargetFailures.badReply(target, e.getMessage(), e);
        } catch (DeadlinePassedException e) {
            throw TargetFailures.timeout(target, pooled.channel().sent(), e);
        } catch (IOException e) {
            throw TargetFailures.broken(target, pooled.channel().sent(), e);
        } finally {
            if (over) {
                pooled.history().end();
                atTheEnd.accept(this);
            }
        }
    }
}
