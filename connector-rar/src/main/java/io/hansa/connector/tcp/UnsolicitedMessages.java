package io.hansa.connector.tcp;

import io.hansa.connector.Dialogue;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.correlation.HostRequests;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.ChannelRecord;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Requests of the server's own on a shared channel: counted, and answered where there is an answer.
 * The others are ignored, because they belong to no exchange and spoil none. For the thread of the
 * channel.
 */
final class UnsolicitedMessages {

    private static final Logger LOG = System.getLogger(UnsolicitedMessages.class.getName());

    /**
     * Answers that wait to be written: a server that asks on and on without reading gets no more.
     */
    private static final int MOST_ANSWERS = 8;

    private final ServerTarget target;
    private final FrameCodec codec;
    private final HostRequests requests;
    private final Queue<byte[]> answers = new ArrayDeque<>(MOST_ANSWERS);

    UnsolicitedMessages(ServerTarget target, FrameCodec codec) {
        this.target = target;
        this.codec = codec;
        this.requests =
                HostRequests.of(((Dialogue) target.framing()).correlation(), target.charset());
    }

    /** Whether the message was one. */
    boolean takes(byte[] message, ChannelRecord history) {
        if (!requests.asks(message)) {
            return false;
        }
        byte[] answer = requests.answer(message);
        boolean first = history.wasAsked();
        if (answer != null && answers.size() < MOST_ANSWERS) {
            queue(answer);
        } else if (first) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-1001 {0} sends requests of its own on connection {1}. Only an echo or a sign-on is answered: have it send the others to an inbound port.",
                    target.id(),
                    history.id());
        }
        return true;
    }

    /** A frame to write; null for none. */
    byte[] nextAnswer() {
        return answers.poll();
    }

    private void queue(byte[] answer) {
        try {
            answers.add(codec.encode(answer));
        } catch (FramingException e) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-1002 The answer to a request of {0} fits no frame: {1}",
                    target.id(),
                    e.getMessage());
        }
    }
}
