package io.hansa.connector.tcp;

import io.hansa.connector.Dialogue;
import io.hansa.connector.PendingReply;
import io.hansa.connector.Probe;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Deadline;
import java.io.IOException;

/** One kind of probe of one target, or none; sent on a channel that no exchange uses meanwhile. */
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
        begin(channel);
        try {
            check(channel, channel.await(deadline, PendingReply.TO_THE_END));
        } catch (DeadlinePassedException e) {
            throw new IOException("it did not answer the " + name + " in time", e);
        } catch (FramingException e) {
            throw broken(e);
        }
    }

    /** Asks; {@link #passed} tells the result. */
    void begin(TcpChannel channel) throws IOException {
        try {
            channel.begin(codec.parts(probe.request()), codec, codec.decoder(maxReplyBytes));
        } catch (FramingException e) {
            throw broken(e);
        }
    }

    /**
     * Whether the answer is there by now and as it should be; never waits.
     *
     * @throws IOException when it is not as it should be
     */
    boolean passed(TcpChannel channel) throws IOException {
        try {
            byte[] reply = channel.poll();
            if (reply == null) {
                return false;
            }
            check(channel, reply);
            return true;
        } catch (FramingException e) {
            throw broken(e);
        }
    }

    private void check(TcpChannel channel, byte[] reply) throws IOException {
        if (!probe.isPassedBy(reply) || !channel.reusable()) {
            throw new IOException("it did not answer the " + name + " as it should");
        }
    }

    private IOException broken(FramingException cause) {
        return new IOException(
                "its answer to the " + name + " is broken: " + cause.getMessage(), cause);
    }
}
