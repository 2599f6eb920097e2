package io.hansa.client.call;

import io.hansa.client.transport.Answer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A reply that the program reads itself. The call's deadline ends it, too. */
final class ReplyStream extends FilterInputStream implements Watched {
    private static final Logger LOG = System.getLogger("io.hansa.client");

    private final InFlight inFlight;
    private final long deadline;
    private volatile boolean late;

    /** The answer itself, where its body is no stream. */
    static Answer tracked(Answer answer, InFlight inFlight, long deadline) {
        return answer.body() instanceof InputStream body
                ? new Answer(
                        answer.status(),
                        answer.headers(),
                        new ReplyStream(body, inFlight, deadline))
                : answer;
    }

    private ReplyStream(InputStream body, InFlight inFlight, long deadline) {
        super(body);
        this.inFlight = inFlight;
        this.deadline = deadline;
        inFlight.add(this);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int count = super.read(target, offset, length);
            if (count < 0) {
                inFlight.remove(this);
            }
            return count;
        } catch (IOException failed) {
            inFlight.remove(this);
            throw late ? new IOException("the call's deadline passed", failed) : failed;
        }
    }

    @Override
    public void watch(long now) {
        if (now - deadline >= 0) {
            late = true;
            try {
                close();
            } catch (IOException alreadyGone) {
                LOG.log(Level.DEBUG, "A reply was gone already.", alreadyGone);
            }
        }
    }

    @Override
    public void close() throws IOException {
        inFlight.remove(this);
        super.close();
    }
}
