package io.hansa.connector.pool;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.RecordedExchange;
import io.hansa.connector.RecordedExchange.Event;
import io.hansa.connector.RecordedExchange.Side;
import io.hansa.connector.RecordedExchange.Step;
import io.hansa.connector.ServerReply;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Notes the steps and the bytes of one exchange, within bounds. For one thread. */
public final class ExchangeRecorder {

    private static final int MAX_STEPS = 64;

    private final long began = System.nanoTime();
    private final List<Step> steps = new ArrayList<>();
    private final Kept sent = new Kept();
    private final Kept received = new Kept();

    public void connected(String detail) {
        step(Event.CONNECTED, 0, detail);
    }

    public void sent(ByteBuffer... parts) {
        long before = sent.count;
        for (ByteBuffer part : parts) {
            sent.add(part.duplicate());
        }
        step(Event.SENT, sent.count - before, null);
    }

    /** Takes note of what is between position and limit, and leaves both alone. */
    public void received(ByteBuffer bytes) {
        if (bytes.hasRemaining()) {
            int count = bytes.remaining();
            received.add(bytes.duplicate());
            step(Event.RECEIVED, count, null);
        }
    }

    public RecordedExchange replied(ServerReply reply) {
        step(Event.REPLY, reply.payload().length, null);
        return ended(reply, null);
    }

    public RecordedExchange failed(ExchangeException failure) {
        step(Event.FAILED, 0, failure.operatorMessage());
        return ended(null, failure);
    }

    /** An exchange of which neither a reply nor a failure was awaited. */
    public RecordedExchange ended() {
        return ended(null, null);
    }

    private RecordedExchange ended(ServerReply reply, ExchangeException failure) {
        return new RecordedExchange(steps, sent.side(), received.side(), reply, failure);
    }

    /** A server that sends byte by byte fills one step. The end always has its own. */
    private void step(Event event, long bytes, String detail) {
        long micros = (System.nanoTime() - began) / 1000;
        int last = steps.size() - 1;
        if (steps.size() >= MAX_STEPS && steps.get(last).event() == event) {
            Step sum = new Step(event, micros, steps.get(last).bytes() + bytes, detail);
            steps.set(last, sum);
        } else {
            steps.add(new Step(event, micros, bytes, detail));
        }
    }

    private static final class Kept {
        private final ByteArrayOutputStream first = new ByteArrayOutputStream();
        private long count;

        void add(ByteBuffer bytes) {
            count += bytes.remaining();
            byte[] kept =
                    new byte
                            [Math.min(
                                    RecordedExchange.MAX_BYTES - first.size(), bytes.remaining())];
            bytes.get(kept);
            first.writeBytes(kept);
        }

        Side side() {
            return new Side(count, first.toByteArray());
        }
    }
}
