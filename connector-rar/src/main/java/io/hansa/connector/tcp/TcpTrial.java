package io.hansa.connector.tcp;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.RecordedExchange;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Addresses;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.ExchangeRecorder;
import io.hansa.connector.pool.TargetAddresses;
import io.hansa.connector.pool.TargetFailures;
import io.hansa.connector.text.Transcoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;

/**
 * One exchange on a connection of its own, whose bytes are recorded. Connecting, sign-on, charset,
 * framing and deadlines are those of every exchange with the target. The first frame that comes
 * counts as the reply, also where the framing has a correlation.
 */
public final class TcpTrial {

    private static final int STATUS = 200;

    private final ServerTarget target;
    private final FrameCodec codec;
    private final TcpConnector connector;
    private final Transcoder transcoder;
    private final ExchangeRecorder recorder = new ExchangeRecorder();

    public TcpTrial(ServerTarget target, Addresses addresses) {
        this(target, FrameCodec.of(target.framing()), addresses);
    }

    /**
     * @param codec in place of that of the target's framing
     */
    public TcpTrial(ServerTarget target, FrameCodec codec, Addresses addresses) {
        this.target = target;
        this.codec = new RecordingCodec(codec, recorder);
        this.connector = new TcpConnector(target, new TargetAddresses(target, addresses));
        this.transcoder = new Transcoder(target.charset());
    }

    /** Connects, signs on where the framing says so, and closes the connection. */
    public RecordedExchange connect(Deadline deadline) {
        try {
            open(deadline).close();
            return recorder.ended();
        } catch (ExchangeException failure) {
            return recorder.failed(failure);
        } catch (IOException notClosed) {
            return recorder.ended();
        }
    }

    public RecordedExchange exchange(ServerRequest request) {
        Deadline deadline = new Deadline(request.deadlineNanos());
        try {
            ByteBuffer[] frame = frame(request);
            TcpChannel channel = open(deadline);
            try {
                return recorder.replied(reply(channel, frame, request, deadline));
            } finally {
                closeQuietly(channel);
            }
        } catch (ExchangeException failure) {
            return recorder.failed(failure);
        }
    }

    private TcpChannel open(Deadline deadline) throws ExchangeException {
        TcpChannel channel = connector.open(deadline);
        recorder.connected("to " + channel.link().address().getHostAddress());
        return channel;
    }

    private ByteBuffer[] frame(ServerRequest request) throws ExchangeException {
        try {
            return codec.parts(transcoder.outgoing(request.payload(), request.contentType()));
        } catch (CharacterCodingException e) {
            throw TargetFailures.unmappable(target, e);
        } catch (FramingException e) {
            throw TargetFailures.refused(target, e.kind(), e.getMessage(), e);
        }
    }

    private ServerReply reply(
            TcpChannel channel, ByteBuffer[] frame, ServerRequest request, Deadline deadline)
            throws ExchangeException {
        try {
            recorder.sent(frame);
            channel.begin(frame, codec, codec.decoder(target.maxReplyBytes()));
            byte[] reply = channel.await(deadline, PendingReply.TO_THE_END);
            return new ServerReply(
                    STATUS,
                    transcoder.incomingType(request.contentType()),
                    Map.of(),
                    transcoder.framed(reply, request.contentType()),
                    reply);
        } catch (CharacterCodingException e) {
            throw TargetFailures.misread(target, e);
        } catch (FramingException e) {
            throw TargetFailures.badReply(target, e.getMessage(), e);
        } catch (DeadlinePassedException e) {
            throw TargetFailures.timeout(target, channel.sent(), channel.meter().received(), e);
        } catch (IOException e) {
            throw channel.meter().empty()
                    ? TargetFailures.broken(target, channel.sent(), e)
                    : TargetFailures.cutShort(target, channel.meter().received(), e);
        }
    }

    private static void closeQuietly(TcpChannel channel) {
        try {
            channel.close();
        } catch (IOException broken) {
            // Its end is recorded already.
        }
    }
}
