package io.hansa.connector.inbound;

import io.hansa.connector.CallFailedException;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.correlation.CorrelationException;
import io.hansa.connector.correlation.ErrorReplies;
import io.hansa.connector.correlation.HostRequests;
import io.hansa.connector.correlation.KeyReader;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FramingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The calls in flight on one connection, each with its own key. A failure of one call is reported
 * in its own answer and does not affect the others. For any number of threads.
 */
final class CorrelatedCalls {

    private static final Logger LOG = System.getLogger(CorrelatedCalls.class.getName());

    private final String listener;
    private final Application application;
    private final ErrorReplies errors;
    private final KeyReader keys;
    private final HostRequests network;
    private final FrameCodec codec;
    private final Set<ByteBuffer> underWay = ConcurrentHashMap.newKeySet();

    CorrelatedCalls(ListenerSettings settings, Application application, ErrorReplies errors) {
        this.listener = settings.name();
        this.application = application;
        this.errors = errors;
        this.keys = KeyReader.of(settings.correlation());
        this.network = HostRequests.of(settings.correlation(), settings.charset());
        this.codec = FrameCodec.of(settings.framing());
    }

    String listener() {
        return listener;
    }

    /**
     * Announces a call that has come. Call it in order of arrival, so that of two with the same key
     * the later one is refused.
     *
     * @return makes the frame that answers it, which takes its time; null where the protocol has no
     *     answer
     */
    Supplier<byte[]> take(byte[] call) {
        byte[] approval = network.answer(call);
        if (approval != null) {
            return () -> frame(approval);
        }
        try {
            ByteBuffer key = keys.ofRequest(call);
            return underWay.add(key)
                    ? () -> answered(call, key)
                    : () -> refused(call, Refusals.duplicate());
        } catch (CorrelationException e) {
            return () ->
                    refused(call, Refusals.unreadable("The call has no key: " + e.getMessage()));
        }
    }

    private byte[] answered(byte[] call, ByteBuffer key) {
        try {
            return codec.encode(answer(call, key));
        } catch (CallFailedException failure) {
            return refused(call, failure);
        } catch (FramingException e) {
            return refused(call, Refusals.wrongReply("The reply has no frame: " + e.getMessage()));
        }
    }

    /**
     * The key is free before the answer is sent, since the caller may use it again from then on.
     */
    private byte[] answer(byte[] call, ByteBuffer key) throws CallFailedException {
        try {
            byte[] reply = application.answer(call);
            if (keys.ofReply(reply).equals(key)) {
                return reply;
            }
            throw Refusals.wrongReply("The reply has the key of another call.");
        } catch (CorrelationException e) {
            throw Refusals.wrongReply("The reply has no key: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "HANSA-1105 A call to listener " + listener + " failed.", e);
            throw Refusals.failed();
        } finally {
            underWay.remove(key);
        }
    }

    private byte[] refused(byte[] call, CallFailedException failure) {
        byte[] answer = errors.to(call, failure);
        if (answer == null) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-1106 A call to listener {0} gets no answer, because its protocol has none for this failure: {1}",
                    listener,
                    failure.line());
            return null;
        }
        return frame(answer);
    }

    private byte[] frame(byte[] answer) {
        try {
            return codec.encode(answer);
        } catch (FramingException e) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-1107 The answer of listener {0} itself to a call fits no frame: {1}",
                    listener,
                    e.getMessage());
            return null;
        }
    }
}
