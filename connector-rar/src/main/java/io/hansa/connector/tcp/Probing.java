package io.hansa.connector.tcp;

import io.hansa.connector.Dialogue;
import io.hansa.connector.Probe;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Deadline;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One kind of probe of one target, or none; asked on a channel that nobody else uses meanwhile. */
final class Probing {

    private final String name;
    private final Probe probe;
    private final FrameCodec codec;
    private final int maxReplyBytes;

    private Probing(String name, Probe probe, ServerTarget target) {
        this.name = name;
        this.probe = probe;
        this.codec = FrameCodec.of(target.framing());
        this.maxReplyBytes = target.maxReplyBytes();
    }

    static Probing signOn(ServerTarget target) {
        return new Probing(
                "sign-on",
                target.framing() instanceof Dialogue dialogue ? dialogue.signOn() : null,
                target);
    }

    static Probing echo(ServerTarget target) {
        return new Probing(
                "echo",
                target.framing() instanceof Dialogue dialogue ? dialogue.echo() : null,
                target);
    }

    /**
     * Asks, and returns when all is well or there is nothing to ask.
     *
     * @throws IOException when it is not, or not in time
     */
    void on(TcpChannel channel, Deadline deadline) throws IOException {
        if (probe == null) {
            return;
        }
        try {
            ByteBuffer[] frame = codec.parts(probe.request());
            byte[] reply = channel.exchange(frame, codec, codec.decoder(maxReplyBytes), deadline);
            if (!probe.isPassedBy(reply) || !channel.reusable()) {
                throw new IOException("it did not answer the " + name + " as it should");
            }
        } catch (DeadlinePassedException e) {
            throw new IOException("it did not answer the " + name + " in time", e);
        } catch (FramingException e) {
            throw new IOException("its answer to the " + name + " is broken: " + e.getMessage(), e);
        }
    }
}
