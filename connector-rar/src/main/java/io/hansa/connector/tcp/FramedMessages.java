package io.hansa.connector.tcp;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.correlation.CorrelationException;
import io.hansa.connector.correlation.KeyReader;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FrameDecoder;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.TargetFailures;
import io.hansa.connector.text.Transcoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;

/**
 * The messages of one target: makes frames of requests and replies of frames, in the target's
 * framing and charset. Safe for many threads.
 */
final class FramedMessages {

    private static final int STATUS = 200;

    private final ServerTarget target;
    private final FrameCodec codec;
    private final Transcoder transcoder;

    FramedMessages(ServerTarget target) {
        this.target = target;
        this.codec = FrameCodec.of(target.framing());
        this.transcoder = new Transcoder(target.charset());
    }

    FrameCodec codec() {
        return codec;
    }

    FrameDecoder decoder() {
        return codec.decoder(target.maxReplyBytes());
    }

    /** The frame of a request. The payload is not copied. */
    ByteBuffer[] frame(ServerRequest request) throws ExchangeException {
        try {
            return codec.parts(transcoder.outgoing(request.payload(), request.contentType()));
        } catch (CharacterCodingException e) {
            throw TargetFailures.unmappable(target, e);
        } catch (FramingException e) {
            throw TargetFailures.refused(target, e.kind(), e.getMessage(), e);
        }
    }

    /** The frame of a request whose reply is found by its correlation key. */
    Pending correlated(ServerRequest request, KeyReader keys) throws ExchangeException {
        try {
            byte[] payload = transcoder.outgoing(request.payload(), request.contentType());
            return new Pending(keys.ofRequest(payload), codec.encode(payload));
        } catch (CharacterCodingException e) {
            throw TargetFailures.unmappable(target, e);
        } catch (FramingException e) {
            throw TargetFailures.refused(target, e.kind(), e.getMessage(), e);
        } catch (CorrelationException e) {
            throw TargetFailures.refused(
                    target,
                    Kind.UNMAPPABLE,
                    "the payload has nothing to correlate its reply by, " + e.getMessage(),
                    e);
        }
    }

    /** The reply that one frame's payload is. */
    ServerReply reply(byte[] frame, ServerRequest request) throws ExchangeException {
        try {
            byte[] payload = transcoder.framed(frame, request.contentType());
            String type = transcoder.incomingType(request.contentType());
            return new ServerReply(STATUS, type, Map.of(), payload, frame);
        } catch (CharacterCodingException e) {
            throw TargetFailures.misread(target, e);
        }
    }
}
